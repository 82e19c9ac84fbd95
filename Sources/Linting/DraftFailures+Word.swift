import Reading

extension DraftFailure {
  init(_ fault: WordFault) {
    switch fault {
    case .tooLarge(let limit): self.init(ReadingError.tooLarge(limit: limit))
    case .tooLargeInside(let limit):
      self.init(
        code: "too-large",
        message: Localized(
          "Word 文档解开后超过 \(limit) 字节，没有检查：请拆分，或在 hegui.yml 的 limits 中放宽 file-bytes",
          "the document is over \(limit) bytes once unpacked and was not read: split it, or raise file-bytes in limits"
        )
      )
    case .oldOrLocked:
      self.init(
        code: "unsupported-format",
        message: Localized(
          "这是旧版 .doc，或设了打开密码的文档，没有检查：请用 Word 或 WPS 打开，去掉密码，另存为 .docx",
          "an old .doc, or a document with a password: open it in Word, take the password off and save as .docx"
        )
      )
    case .encrypted:
      self.init(
        code: "encrypted",
        message: Localized(
          "文件加了密，没有检查：请去掉密码，另存为 .docx",
          "the file is encrypted and was not read: take the password off and save as .docx"
        )
      )
    default: self.init(broken: fault)
    }
  }

  private init(broken fault: WordFault) {
    let reason =
      switch fault {
      case .truncated: Localized("文件不完整，或不是 Word 文档", "it is cut off or no Word document")
      case .noDocument: Localized("里面没有 Word 正文", "there is no Word document in it")
      case .unsupportedArchive: Localized("压缩方式不支持", "its compression is not supported")
      case .brokenPart(let part, let line):
        Localized("\(part) 第 \(line) 行不是正确的 XML", "\(part) is no proper XML in line \(line)")
      case .documentType(let part):
        Localized("\(part) 含 DOCTYPE，可能有害", "\(part) has a DOCTYPE and may be harmful")
      case .foreignContent:
        Localized("正文嵌入了另一份文档，读不到其中文字", "another document is bound in, whose text cannot be read")
      default: Localized("压缩包的目录已损坏", "the directory of the archive is damaged")
      }
    self.init(
      code: "broken-document",
      message: Localized(
        "\(reason.zh)，没有检查：请用 Word 或 WPS 打开，核对后另存为 .docx",
        "\(reason.en), and nothing was read: open it in Word, check it and save it as .docx again"
      )
    )
  }
}
