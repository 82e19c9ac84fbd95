"""Slips of typing that make no single wrong character: characters left out, doubled or the wrong way round, and words that an
input method put in the place of another of the same sound. See scripts/make-typos."""

import collections
import functools
import glob
import math
import os

from misprints import (
    CERTAIN_ODDS,
    CORPUS,
    DATA,
    HAN,
    LEAST_TERM,
    LEAST_USUAL,
    LOOSE,
    NAMES,
    PARTICLES,
    corpus_pairs,
    likeliest,
    own_lines,
    parted,
)

# Of a word, so often seen (decimal logarithm), the slips are looked for.
LEAST_CHANCE = -5.0
# How much likelier a slip of the word has to be than words side by side, and how likely these may be at most.
SWAPPED = (3.0, -7.0)
DROPPED = (3.5, -7.5)
# How often a character that is written twice may stand by itself, at most, and how often its word has to be seen.
MOST_ALONE = -3.9
LEAST_DOUBLED = -4.6
# Of a noun or an adverb, which nobody reduplicates, more; but not of what bodies and places are called by (科科长).
MOST_ALONE_BEFORE_NOUN = -3.5
UNITS = set("国市部村司局年月日军会县科州档站省所馆队中股乡品火委院油班课舱镇区厅厂署社级室处组校系路河道法书党关地京斯件项座诊天家人")
# Characters that may be left out, or stand twice, in many a phrase.
OPTIONAL = PARTICLES | set("有性体品水中出道之于以们并和与且本人再新实式型化成等及为各全多及所能上下用高大小")
# What tells of an outcome or a state behind a verb or a noun: 紧攥 the other way round is 攥紧, 咸菜 is 菜咸; of words seen so
# seldom that this is likelier than a slip.
LEAST_BEFORE_OUTCOME = -4.6
OUTCOMES = set("紧住起好完掉开着过到见成光满透断死翻倒动走跑来去上下出入回高低大小多少清准稳牢平直齐干湿热冷凉暖红白黑黄青肿疼痛破碎裂烂坏伤累饱醉醒懂会咸甜苦酸辣香臭快慢早晚远近亮暗轻重硬软松深浅厚薄宽窄长短胖瘦老旧新空净正歪斜")
# How many words of the same sound are tried, the commonest first; with a sound that is only taken for it, fewer.
SAME_SOUND = 5
LIKE_SOUND = 1
# How often what is left of a word may stand alone, where it is missed in a phrase.
MOST_LEFT_ALONE = -4.9
# How much likelier the slip is of a word with a character in common, as a decimal logarithm.
KEPT = 0.7
# How many forms are kept, the likeliest.
MOST_SLIPS, MOST_PHRASES = 52_000, 60_000
# Rarer words are nobody's slip.
LEAST_MATE = -6.8
# How likely two words may meet, at most, that a homophone makes: of the same sound; of a like one, or with a character kept.
MOST_BY_CHANCE = -8.3
MOST_BY_CHANCE_ALIKE = -9.3


class Right:
    """What is right: words, what our lists, drafts and collocations hold, and what scripts/data/typo-right.txt says."""

    def __init__(self, entries, web, maker, phrases, own):
        self.words = entries.keys() | web.keys() | maker.right
        self.listed = maker.listed
        text = "\n".join(["".join(phrase) for phrase in phrases] + sorted(own))
        self.parts = {run[i : i + n] for run in HAN.findall(text) for n in range(2, 7) for i in range(len(run) - n + 1)}
        self.parts |= maker.known
        for count in range(2, 7):
            self.parts |= {part for part, drafts in corpus_pairs(count).items() if drafts}

    def __contains__(self, text):
        return text in self.words or text in self.listed or text in self.parts


class SlipMaker:
    """Words with two characters the wrong way round, one left out or one doubled, for a list that a word across an edge excuses."""

    def __init__(self, pairs, right, own, usual, beside):
        self.pairs, self.right, self.own, self.usual = pairs, right, own, usual
        self.phrases = sorted("".join(phrase) for phrase in beside)
        self.drafts = {2: pairs.usual, 3: corpus_pairs(3), 4: corpus_pairs(4)}

    def forms(self, found):
        """Wrong form to right word: of the words that make the form, the likeliest; but for those that hold a form which is found."""
        scored = {}
        for word, chance in self.words():
            self.score(word, chance, self.swapped(word), SWAPPED, scored)
            self.score(word, chance, self.dropped(word), DROPPED, scored)
        for phrase in self.phrases:
            if len(phrase) == 4:
                self.score(phrase, LEAST_TERM, self.swapped(phrase), SWAPPED, scored)
        for word, _ in self.words(LEAST_DOUBLED):
            for wrong in self.doubled(word):
                if wrong not in self.right and wrong not in scored:
                    scored[wrong] = (CERTAIN_ODDS, word)
        kept = {}
        for wrong in sorted(scored, key=len):
            parts = {wrong[i : i + n] for n in range(2, len(wrong)) for i in range(len(wrong) - n + 1)}
            if wrong not in found and not any(part in found or part in kept or part in self.right.listed for part in parts):
                kept[wrong] = scored[wrong]
        return likeliest(kept, MOST_SLIPS)

    def score(self, word, chance, slips, limits, scored):
        least_odds, most = limits
        for wrong in slips:
            if wrong in self.right or self.is_words(wrong):
                continue
            by_chance = self.chance_of_words(wrong)
            odds = chance - by_chance
            if odds >= least_odds and by_chance <= most and odds > scored.get(wrong, (0, ""))[0]:
                scored[wrong] = (odds, word)

    def is_words(self, text):
        """Whether it parts into two words: 腰背酸痛 is as good as 腰酸背痛."""
        return any(text[:i] in self.right.words and text[i:] in self.right.words for i in range(2, len(text) - 1))

    def words(self, least=LEAST_CHANCE):
        """Words of two to six characters with how often they are seen: what drafts use counts up to ten times as common."""
        entries = self.pairs.entries
        for word in sorted(entries.keys() | self.own | self.usual):
            is_own = word in self.own or word in self.usual
            kind = entries.get(word, (0, ""))[1]
            if not 2 <= len(word) <= 6 or not HAN.fullmatch(word) or kind in NAMES and not is_own:
                continue
            drafts = self.drafts.get(len(word), collections.Counter())[word]
            weight = min(drafts + 5 * (word in self.own) + 5 * (word in self.usual), 10)
            floor = -9 if not is_own else LEAST_USUAL if len(word) == 2 else LEAST_TERM
            chance = max(self.pairs.chance(word), floor)
            if chance + weight / 5 >= least:
                yield word, chance + weight / 10

    def swapped(self, word):
        for index in range(len(word) - 1):
            pair = word[index + 1] + word[index]
            if len(word) == 2 and pair[1] in OUTCOMES and self.pairs.chance(word) < LEAST_BEFORE_OUTCOME:
                continue
            if pair[0] != pair[1] and not PARTICLES & set(pair) and not (len(word) == 2 and LOOSE & set(pair)) and pair not in self.right:
                yield word[:index] + pair + word[index + 2 :]

    def dropped(self, word):
        """One inside is missing: without the first or the last a word is often whole, and so is a phrase of several words
        where what is left of one stands alone in other texts, too: 散装酒 as 散装白酒."""
        if len(word) < 3:
            return
        alone = self.left_alone(word)
        for index in range(1, len(word) - 1):
            wrong = word[:index] + word[index + 1 :]
            if index in alone:
                continue
            if word[index] not in OPTIONAL and word[index] != word[index - 1] and not (len(wrong) == 2 and LOOSE & set(wrong)):
                yield wrong

    def left_alone(self, word):
        """Where a character is missing that leaves the other of a word of two, which often stands alone."""
        if word in self.pairs.entries:
            return set()
        places, start = set(), 0
        for part in parted(word, self.pairs.entries):
            if len(part) == 1 or len(part) == 2 and self.pairs.chance(part[1]) > MOST_LEFT_ALONE:
                places.add(start)
            if len(part) == 2 and self.pairs.chance(part[0]) > MOST_LEFT_ALONE:
                places.add(start + 1)
            start += len(part)
        return places

    def doubled(self, word):
        """The first or the last character of a word of two stands twice."""
        if len(word) != 2 or word[0] == word[1]:
            return
        first, last = word
        # 清清爽爽 holds 清清爽.
        if (whole := first * 2 + last * 2) in self.pairs.entries or whole in self.pairs.web:
            return
        kind = self.pairs.entries.get(word, (0, ""))[1]
        is_plain = kind in ("n", "d", "ad", "a", "c") and not UNITS & set(word)
        most = MOST_ALONE_BEFORE_NOUN if is_plain else MOST_ALONE
        # Verbs and adjectives are reduplicated: 漱漱口, 沉沉睡去.
        if kind in ("n", "d", "c") and self.log(self.pairs.ends[first]) <= most and first not in OPTIONAL:
            yield first + word
        if self.log(self.pairs.starts[last]) <= most and last not in OPTIONAL:
            yield word + last

    def chance_of_words(self, text):
        """How likely words meet so, as a decimal logarithm; the first and the last may go on where the text ends."""
        if len(text) == 2:
            return self.pairs.chance_of_words(text)
        best = [0.0] + [-99.0] * len(text)
        for start in range(len(text)):
            for end in range(start + 1, len(text) + 1):
                best[end] = max(best[end], best[start] + self.seen(text, start, end))
        return best[-1]

    def seen(self, text, start, end):
        part = text[start:end]
        if len(part) > 1:
            return self.chance(part) if part != text else -99
        if start == 0:
            return self.log(self.pairs.ends[part])
        return self.log(self.pairs.starts[part]) if end == len(text) else self.pairs.chance(part)

    @functools.cache
    def chance(self, word):
        is_known = word in self.pairs.entries or word in self.pairs.web
        return max(self.pairs.chance(word) if is_known else -99, LEAST_TERM if word in self.own else -99)

    @staticmethod
    def log(chance):
        return math.log10(chance + 1e-9)


class PhraseMaker:
    """Words of another meaning and the same sound beside the neighbour of the word that is meant: 气管茶馆 for 气管插管."""

    def __init__(self, pairs, right, phrases, usual):
        from pypinyin import lazy_pinyin

        self.sounds_of = functools.cache(lambda word: tuple(lazy_pinyin(word)))
        self.pairs, self.right, self.phrases = pairs, right, phrases
        self.text, self.size = draft_text()
        self.by_sound, self.by_like_sound = collections.defaultdict(list), collections.defaultdict(list)
        words = {word for word in pairs.entries.keys() | pairs.web.keys() | usual if len(word) == 2 and HAN.fullmatch(word)}
        for word in sorted(words, key=lambda word: (-pairs.chance(word), word)):
            if pairs.chance(word) > LEAST_MATE and not pairs.entries.get(word, (0, ""))[1].startswith("nr"):
                self.by_sound[self.sounds_of(word)].append(word)
                self.by_like_sound[self.like_sound(word)].append(word)

    def like_sound(self, word):
        """What a southerner types: z for zh, n for ng."""
        sounds = (sound.replace("h", "", 1) if sound[:2] in ("zh", "ch", "sh") else sound for sound in self.sounds_of(word))
        return tuple(sound[:-1] if sound.endswith("ng") else sound for sound in sounds)

    def forms(self, found):
        kept = {}
        for first, second in sorted(self.phrases):
            for wrong, by_chance, most, likelihood in self.near(first, second):
                parts = {wrong[i : i + n] for n in range(2, len(wrong)) for i in range(len(wrong) - n + 1)}
                is_found = wrong in found or any(part in found or part in self.right.listed for part in parts)
                if by_chance <= most and not is_found and wrong not in self.right:
                    kept[wrong] = max(kept.get(wrong, (-99, "")), (likelihood, first + second))
        return likeliest(kept, MOST_PHRASES)

    def near(self, first, second):
        for word in (first, second):
            if len(word) != 2:
                continue
            mates = [other for other in self.by_sound[self.sounds_of(word)] if other != word]
            # With one character wrong: 受权 for 授权.
            same = mates[:SAME_SOUND] + [other for other in mates[SAME_SOUND:] if set(other) & set(word)][:SAME_SOUND]
            like = [other for other in self.by_like_sound[self.like_sound(word)] if other != word and other not in same]
            for other in same + like[:LIKE_SOUND]:
                is_alike = other not in same or bool(set(other) & set(word))
                beside = second if word is first else first
                wrong = other + second if word is first else first + other
                by_chance = self.chance(beside) + self.chance(other)
                most = MOST_BY_CHANCE_ALIKE if is_alike else MOST_BY_CHANCE
                yield wrong, by_chance, most, self.chance(other) + (KEPT if set(other) & set(word) else 0)

    @functools.cache
    def chance(self, word):
        """As a decimal logarithm, in texts of all kinds or in drafts, where it is seen more often."""
        drafts = self.text.count(word)
        return max(self.pairs.chance(word), math.log10(drafts / self.size) if drafts > 2 else -9)


def phrases():
    """Words that stand side by side, by pairs."""
    lines = own_lines(DATA, "typo-phrases.txt")
    return {tuple(phrase.split("|")) for line in lines for phrase in line.split()}


def neighbours(terms, entries):
    """Words that stand side by side in terms, by pairs."""
    found = set()
    for term in terms:
        words = parted(term, entries)
        found |= {pair for pair in zip(words, words[1:]) if 2 in map(len, pair) and 1 not in map(len, pair)}
    return found


def draft_text():
    """What the drafts of the corpus hold, and how many Han that are."""
    texts = []
    for path in sorted(glob.glob(os.path.join(CORPUS, "*", "draft.*"))):
        with open(path, "rb") as stream:
            texts.append(stream.read().decode("utf-8", "ignore"))
    text = "\n".join(texts)
    return text, sum(map(len, HAN.findall(text)))
