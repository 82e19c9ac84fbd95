"""Markup that would run or load something, were it let."""

FIRE = "document.title='fired'"
CANARY = "https://canary.invalid/"

_ELEMENTS = [
    "a", "b", "body", "br", "button", "details", "div", "form", "h1", "hr", "iframe", "img", "input", "li", "marquee",
    "object", "p", "section", "select", "span", "svg", "table", "td", "textarea", "video",
]
_HANDLERS = [
    "onload", "onerror", "onfocus autofocus tabindex=1", "onmouseover", "onclick", "ontoggle open", "onanimationstart",
    "onpointerenter",
]
_ADDRESSES = [
    "javascript:{fire}", "JaVaScRiPt:{fire}", "java\tscript:{fire}", "java\nscript:{fire}", "&#106;avascript:{fire}",
    " javascript:{fire}", "\u0001javascript:{fire}", "data:text/html,<script>{fire}</script>", "vbscript:{fire}",
    "data:image/svg+xml,<svg onload={fire}>",
]
_WHOLE = [
    "<script>{fire}</script>", "<script src={canary}></script>", "<scr<script>ipt>{fire}</scr</script>ipt>",
    "<svg><script>{fire}</script></svg>", "<svg onload={fire}>", "<svg><animate onbegin={fire} attributeName=x dur=1s>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload={fire}>#x'></use></svg>",
    "<svg><foreignObject><iframe srcdoc='<script>parent.{fire}</script>'></foreignObject></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror={fire}&gt;\">",
    "<noscript><p title=\"</noscript><img src=x onerror={fire}>\">", "<template><img src=x onerror={fire}></template>",
    "<textarea></textarea><img src=x onerror={fire}>", "<title><img src=x onerror={fire}></title>",
    "<xmp><img src=x onerror={fire}></xmp>", "<plaintext><img src=x onerror={fire}>",
    "<listing>&lt;img src=x onerror={fire}&gt;</listing>", "<style>@import '{canary}'; p{{background:url({canary})}}</style>",
    "<link rel=stylesheet href={canary}>", "<link rel=prefetch href={canary}>", "<base href={canary}>",
    "<meta http-equiv=refresh content='0;url={canary}'>", "<meta http-equiv=refresh content='0;url=javascript:{fire}'>",
    "<img src={canary}>", "<img srcset='{canary} 2x'>", "<picture><source srcset={canary}><img src={canary}></picture>",
    "<video poster={canary}></video>", "<audio src={canary} autoplay></audio>", "<embed src={canary}>",
    "<object data={canary}></object>", "<iframe src={canary}></iframe>", "<iframe srcdoc='<script>parent.{fire}</script>'></iframe>",
    "<p style='background:url({canary})'>x</p>", "<p style='background-image:url(&quot;{canary}&quot;)'>x</p>",
    "<p style='width:expression({fire})'>x</p>", "<p style='-moz-binding:url({canary})'>x</p>",
    "<p style='position:fixed;inset:0;z-index:9999'>cover</p>", "<table background={canary}><tr><td background={canary}>x</table>",
    "<form action={canary}><button>x</button></form>", "<form id=check><input name=dataset></form>",
    "<a id=check name=check-list href=#>clobber</a>", "<img name=querySelector><img id=check-words name=content>",
    "<div contenteditable=false onclick={fire}>x</div>", "<p title=\"\"\u0301 onmouseover={fire} x=\"\">x</p>",
    "<p title='x\u0301' onfocus={fire} autofocus tabindex=1>x</p>", "<img alt='\"\u0301><img src=x onerror={fire}>' src=x>",
    "<img alt='\"&gt;&lt;img src=x onerror={fire}&gt;'>", "<a href='x\" onclick=\"{fire}'>x</a>",
    "<p data-keep-onclick={fire} data-keep-src={canary}>x</p>", "<img data-keep-src=javascript:{fire} data-src='{canary}'>",
    "<p data-tag='script'>{fire}</p>", "<p data-tag='img src=x onerror={fire}'>x</p>", "<header data-tag='iframe'>x</header>",
    "&lt;script&gt;{fire}&lt;/script&gt;", "<<script>{fire}//<</script>", "<img src=x onerror={fire}//", "<p <img src=x onerror={fire}>",
    "<!--><img src=x onerror={fire}>-->", "<!--[if IE]><script>{fire}</script><![endif]-->", "<![CDATA[<img src=x onerror={fire}>]]>",
    "<?xml-stylesheet href='{canary}'?>", "<o:p onclick={fire}>x</o:p>", "<v:shape onload={fire}></v:shape>",
    "<dialog open onclose={fire}>x</dialog>", "<portal src={canary}></portal>", "<ruby><rt onclick={fire}>x</rt></ruby>",
    "<custom-element onfocus={fire} autofocus tabindex=1>x</custom-element>", "<a ping={canary} href=#>x</a>",
    "<img src=x usemap=#m><map name=m><area href=javascript:{fire}></map>", "<bgsound src={canary}>", "<frameset onload={fire}>",
    "<isindex action=javascript:{fire}>", "<button formaction=javascript:{fire}>x</button>", "<input type=image src={canary}>",
    "<slot onslotchange={fire}></slot>", "<p popover onbeforetoggle={fire}>x</p>", "<q cite={canary}>x</q>",
]


def payloads():
    """All of them, as HTML."""
    made = [f"<{element} {handler}={FIRE} src=x href=x>文字</{element}>" for element in _ELEMENTS for handler in _HANDLERS]
    made += [f'<a href="{address.format(fire=FIRE)}">链接</a>' for address in _ADDRESSES]
    made += [f'<img src="{address.format(fire=FIRE)}">' for address in _ADDRESSES]
    made += [whole.format(fire=FIRE, canary=CANARY) for whole in _WHOLE]
    return made
