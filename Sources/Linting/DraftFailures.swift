import Reading
import SourceText

extension DraftFailure {
  init(_ error: ReadingError) {
    switch error {
    case .tooLarge(let limit):
      self.init(
        code: "too-large",
        message: Localized(
          "稿件超过 \(limit) 字节，没有检查：请拆分，或在 hegui.yml 的 limits 中放宽 file-bytes",
          "the draft is over \(limit) bytes and was not read: split it, or raise file-bytes in limits"
        )
      )
    case .tooDeep(let limit, let line):
      self.init(
        code: "too-deep",
        message: Localized(
          "标签嵌套超过 \(limit) 层，没有检查：请清除格式后重新粘贴",
          "elements nest over \(limit) levels, nothing was read: clear the formatting and paste again"
        ),
        line: line
      )
    case .tooManyAttributes(let limit, let line):
      self.init(
        code: "too-many-attributes",
        message: Localized(
          "一个标签的属性超过 \(limit) 个，没有检查：请删去多余属性",
          "a tag has over \(limit) attributes, nothing was read: delete those not needed"
        ),
        line: line
      )
    case .tagTooLong(let limit, let line):
      self.init(
        code: "tag-too-long",
        message: Localized(
          "一个标签超过 \(limit) 字节，没有检查：请删去多余属性",
          "a tag is over \(limit) bytes long, nothing was read: delete what it does not need"
        ),
        line: line
      )
    case .tooManyStrayEndTags(_, let line):
      self.init(
        code: "too-many-stray-end-tags",
        message: Localized(
          "结束标签与开始标签对不上的太多，没有检查：请清除格式后重新粘贴",
          "too many end tags fit no start tag, nothing was read: clear the formatting and paste again"
        ),
        line: line
      )
    case .tooManyImages(let limit):
      self.init(
        code: "too-many-images",
        message: Localized(
          "图片超过 \(limit) 张，没有检查：请清除多余的图片标签，或把稿件拆开",
          "there are over \(limit) images, nothing was read: delete image tags not needed, or split the draft"
        )
      )
    case .parserFailed(let reason):
      self.init(
        code: "parser-failed",
        message: Localized(
          "解析失败（\(reason)），没有检查：请另存为 UTF-8 的 HTML 或 Markdown 后再试",
          "the parser failed (\(reason)), nothing was read: save as HTML or Markdown in UTF-8"
        )
      )
    }
  }

  init(_ error: DecodingError) {
    switch error {
    case .tooLarge(let limit): self.init(ReadingError.tooLarge(limit: limit))
    case .binary(let kind):
      self.init(
        code: "binary",
        message: Localized(
          "这是\(kind?.chinese ?? "二进制文件")，不是文稿：请另存为 HTML、Markdown 或文本",
          "\(error)"
        )
      )
    case .unsupportedEncoding(let name):
      self.init(
        code: "unsupported-encoding",
        message: Localized("不支持文件声明的编码「\(name)」：请另存为 UTF-8", "\(error)")
      )
    case .converterFailed(let reason):
      self.init(
        code: "undecodable",
        message: Localized("文件无法解码（\(reason)）：请另存为 UTF-8", "\(error)")
      )
    }
  }

  /// Of a draft without text or pictures; what is not there cannot pass.
  static let empty = DraftFailure(
    code: "empty",
    message: Localized(
      "稿件是空的，没有可检查的文字：请确认选对了文件、内容已经保存",
      "the draft is empty: check that it is the right file and that it was saved"
    )
  )

  static func tooManyFindings(limit: Int) -> DraftFailure {
    DraftFailure(
      code: "too-many-findings",
      message: Localized(
        "问题超过 \(limit) 处，没有查完，只列出其中 \(limit) 处：请改好后再查，或在 hegui.yml 的 limits 中放宽 findings",
        "over \(limit) findings, so not all was judged and \(limit) are listed: mend them and lint again, "
          + "or raise findings in limits"
      )
    )
  }

  init(rule: String, error: any Error) {
    self.init(
      code: "rule-failed",
      message: Localized(
        "规则 \(rule) 未能执行完（\(error)），稿件不算查过：请报告此问题，或先用 --ignore \(rule)",
        "the rule \(rule) failed (\(error)), so the draft is not judged: report it, or --ignore \(rule)"
      )
    )
  }

  init(unexpected error: any Error) {
    self.init(
      code: "failed",
      message: Localized("检查未能完成：\(error)", "linting failed: \(error)")
    )
  }
}

extension BinaryKind {
  fileprivate var chinese: String {
    switch self {
    case .pdf: "PDF 文件"
    case .rtf: "RTF 文件"
    case .zip: "Word 等 Office 文件或压缩包"
    case .office: "Word 等 Office 文件"
    case .picture: "图片"
    case .archive: "压缩包"
    case .program: "程序文件"
    }
  }
}
