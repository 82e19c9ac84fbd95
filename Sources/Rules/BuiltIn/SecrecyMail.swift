import Linting

/// Rules about what official mail carries on its first page: numbers of series that are not public, marks of urgency,
/// numbers of copies (handbook, compliance §8.6, S009–S011).
enum SecrecyMail {
  static let all: [any Rule] = [documentNumber, urgency, copyNumber]

  private static let site = Basis("website-management", "四、（二）2")

  private static let documentNumber = FamilyRule(
    secret: "secrecy/doc-number-internal",
    .warning,
    summary: Localized("文号像是内部文件", "a document number of an internal series"),
    why: Localized("密、内、阅等字的文号属于不公开的文件。", "Series such as 密, 内 and 阅 are not public."),
    basis: [site],
    message: Localized(
      "文号像是内部文件：请核实能否公开",
      "a document number of an internal series: make sure that it is public"
    ),
    patterns: [
      SecretPattern(
        "[\\p{Han}]{1,12}(?:密|内|阅|情|参)(?:发|字|函|办)?[〔（][0-9]{4}[〕）] ?[0-9]{1,4} ?号",
        notIn: "密发委"
      ),
      // Telegrams are published, too; one with its marks of dispatch is the paper itself.
      SecretPattern(
        "[\\p{Han}]{1,12}(?:明电|发电|电)[〔（][0-9]{4}[〕）] ?[0-9]{1,4} ?号",
        onlyInDraft: ["份号", "特急", "加急", "特提", "内部明电"]
      ),
    ],
    cases: [
      .ok("公开文号", "依据国办发〔2018〕123号、国卫宣传发〔2022〕11号、国办发明电〔2025〕7号和市卫办函〔2025〕5号。"),
      .flags("密字文号", "⟦市卫密〔2025〕3号⟧文件要求如下。"),
      .flags("带着收发标志的电报", "特急·明电\n\n⟦市卫电〔2026〕18号⟧"),
    ]
  )

  private static let urgency = FamilyRule(
    secret: "secrecy/urgency-mark",
    .warning,
    escalation: nil,
    summary: Localized("留有公文的紧急程度标志", "a mark of urgency left from official mail"),
    why: Localized("特急、加急是公文内部传递的标志，公开文本里应删去。", "Marks of urgency belong to internal mail."),
    basis: [site],
    message: Localized(
      "公开文本里留有紧急程度标志：请删去，并核实文件能否公开",
      "a mark of urgency: delete it and check the document"
    ),
    patterns: [
      SecretPattern("特急|加急|特提|平急", .whole),
      SecretPattern("(?:特急|加急|特提)[·・]?明电|[【（(\\[](?:特急|加急|特提|平急)[】）)\\]]|特急件(?=[，,：:！。]|请|限)"),
      SecretPattern(
        "(?:紧急程度|缓急程度|紧急等级|办理时限)[:： ]{1,2}(?:特急|加急|特提|平急|急件)",
        notAfter: "^ ?[、/／或□]"
      ),
    ],
    cases: [
      .ok("业务词", "急诊特急检验30分钟出报告，加急办理。"),
      .flags("特急", "⟦特急·明电⟧"),
      .flags("括起来", "⟦【特急】⟧关于报送名单的通知。⟦特急件⟧，限今晚办结。"),
      .flags("写在栏里", "⟦紧急程度：加急⟧"),
    ]
  )

  private static let copyNumber = FamilyRule(
    secret: "secrecy/copy-number",
    .warning,
    summary: Localized("留有公文份号", "a copy number of a document"),
    why: Localized("份号只印在涉密公文上。", "Copy numbers are printed on classified documents."),
    basis: [site],
    message: Localized("这里有公文份号：请核实文件能否公开", "a copy number: make sure that the document is public"),
    patterns: [
      SecretPattern("份号[:： ]{0,2}[0-9]{4,6}"), SecretPattern("00[0-9]{4}", .whole),
    ],
    cases: [
      .ok("编号、邮编", "邮编050000，许可证编号000012。"),
      .flags("份号", "⟦份号:000012⟧"),
    ]
  )
}
