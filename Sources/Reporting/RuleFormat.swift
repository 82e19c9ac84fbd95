/// How pattern tables are written, for `rules/README.md`.
let patternTableFormat = """

  ## 句式表的格式

  `rules/*.txt` 里首行是 `# table: 名字` 的是句式表：一行一条，列之间一个制表符，`#` 开头的行是注释；`# columns:` 写列名（次序随意）。
  规则包里写 `match: { table: 名字 }` 的规则各取表里归它的条目，所以一张表可以供几条规则用。

  | 列 | 内容 |
  | --- | --- |
  | `id` | 条目的编号，表内唯一；报告的 `term` 就是它 |
  | `rule` | 归哪条规则 |
  | `severity` | `E` 错误、`W` 警告、`S` 建议 |
  | `words` | 空格隔开、各不少于两个字的词；正文里有其中之一才会去试句式，所以每处匹配都要含有其一 |
  | `pattern` | ICU 正则表达式，在词所在的句子里找；`-` 是词本身 |
  | `guards` | 哪些情形放过，见下表；`-` 是没有 |
  | `advice` | 建议；只写一个词就是替换词，用 `/` 隔开的几个或 `（…）` 里的话只是建议 |
  | `escalation` | 上报给谁（`leadership`、`secrecy`、`freeze`），可以没有这一列 |
  | `fires-on` | 必须被这一条报出的句子，也是它的测试 |

  | 放过的情形 | 含义 |
  | --- | --- |
  | `N` | 前面六个字以内有否定词（不、没有、无法、严禁……；不孕、无痛、级别里的不算） |
  | `D` | 辟谣：本句、下一句、所在表格列的表头、引出列表的话、上级小标题或标题说它是谣言、误区 |
  | `L` | 法条：本句引述《……法》的规定，或说「不得使用」「禁止出现」 |
  | `Q` | 本句、最近的小标题或标题只是在问是不是这样 |
  | `cite` | 写明了出处 |
  | `nb=式` `na=式` | 紧挨着的前文、后文是它 |
  | `ns=式` `s=式` | 句子里有它；句子里没有它 |
  | `np=式` `p=式` | 段落里有它；段落里没有它 |
  | `cls=kepu,qa` `cls=!ad,qa` | 文章不是这些类别；文章是这些类别 |
  | `said=kepu` | 文章没有写明（`class` 或 `column`）是这个类别，猜的不算 |
  | `scope=title` | 不在标题里 |
  | `line` `para` | 句式和 `ns=` `s=` 按整行、整段看，而不是一句 |

  文章的类别（`class`、`column`，否则按标题猜）：`kepu` 科普、`news` 动态、`service` 就医服务、`interview` 专访、`notice` 通知、`policy` 政策、
  `publicity` 公示、`qa` 答复、`recruit` 招聘、`procure` 采购、`ad` 广告。规则可以写 `classes: { kepu: lower, news: silent, ad: error }`：降一级、不报、改为某级；
  猜出来的类别只会降级。`escalates: [ad, service]` 是这些类别里一律上报领导小组。

  """
