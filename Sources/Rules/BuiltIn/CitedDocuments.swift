import ChineseText
import Linting
import Reading

/// Rules about laws and standards that are no longer, or not yet, in force.
enum CitedDocuments {
  static let all: [any Rule] = [repealed, comingIntoForce]
}

extension CitedDocuments {
  private static let repealed = FamilyRule(
    "timeliness/repealed-document",
    .error,
    summary: Localized("引用了已废止或已更换的文件", "a law or standard that is no longer in force"),
    why: Localized(
      "根据已废止的文件说话，结论可能也过时了；发布前换成现行文件。登记册有自己的日期（见依据），之后的变动须另查。",
      "What rests on a repealed text may be outdated too. The register has a date of its own, told in the basis."
    ),
    basis: [Basis("document-register", ""), Basis("website-management", "四、（六）2")],
    lists: ["document-register"],
    triggers: .lists(["document-register"]),
    cases: [
      .ok("现行的名称", "根据《中华人民共和国医师法》，医师应当亲自诊查。"),
      .ok("讲历史", "当时的《执业医师法》第二十六条；原《侵权责任法》已由民法典取代。"),
      .ok("别的文件的标题里", "见《关于执业医师法执行中有关问题的批复》。"),
      .flags("已废止", "根据《⟦执业医师法⟧》第二十六条，医师应当如实说明病情。"),
      .flags("旧版标准", "参考文献按⟦GB/T 7714—2005⟧著录。"),
    ]
  ) { draft in
    let hits = draft.hits(in: "document-register")
    guard !hits.isEmpty else { return [] }
    let publish = draft.fact(PublishDay.self)
    return hits.compactMap { hit in
      guard let day = calendarDay(opening: hit.entry.note), day <= publish.day,
        isCited(hit.range, in: draft),
        !history.stands(in: draft.sentence(at: hit.range.lowerBound), of: draft.text)
      else { return nil }
      let message = Localized(
        "「\(hit.entry.term)」自\(day.chinese)起由\(hit.entry.standard)代替，请改引现行文件",
        "\(hit.entry.term) was replaced by \(hit.entry.standard) on \(day.chinese): cite that"
      )
      return Fault(
        range: hit.range,
        message: message,
        severity: hit.entry.certainty == .error ? .error : .warning
      )
    }
  }

  /// Whether the text itself refers to a document: not a list of references, and not another document's title.
  private static func isCited(_ range: Range<Int>, in draft: ScannedDraft) -> Bool {
    guard let block = draft.block(at: range.lowerBound), !block.isCode, block.kind != .note,
      block.context.isDisjoint(with: [.references, .quote])
    else { return false }
    guard let title = draft.scan.span(covering: range, of: [.titleMarks]) else { return true }
    return title.range.lowerBound == range.lowerBound
      || draft.stands(titleStarts, before: range.lowerBound)
  }

  private static let titleStarts = Phrases("《 《中华人民共和国")
  private static let history = LiteralSet([
    "废止", "失效", "已被", "已由", "取代", "代替", "替代", "更名", "修订", "修改", "历史", "沿革", "当时", "曾", "原《", "此前",
    "旧",
    "颁布", "出台", "同时不再", "第一部", "首部", "以前", "过去",
  ])

  private static let comingIntoForce = FamilyRule(
    "timeliness/not-yet-effective",
    .warning,
    summary: Localized("引用了还没有施行的文件", "a law or standard that is not in force yet"),
    why: Localized(
      "还没有施行的标准不能当现行依据；要提到时写明施行日期。",
      "A standard that is not in force is no ground yet; say when it will be."
    ),
    basis: [Basis("document-register", ""), Basis("website-management", "四、（六）2")],
    lists: ["document-coming"],
    triggers: .lists(["document-coming"]),
    cases: [
      .ok("写明施行日期", "GB 7718—2025自2027年3月16日起施行。"),
      .ok("现行标准", "标签应符合GB 7718—2011。"),
      .flags("当作现行", "本品标签符合⟦GB 7718—2025⟧。"),
    ]
  ) { draft in
    let hits = draft.hits(in: "document-coming")
    guard !hits.isEmpty else { return [] }
    let publish = draft.fact(PublishDay.self)
    return hits.compactMap { hit in
      guard let day = calendarDay(opening: hit.entry.note), day > publish.day,
        isCited(hit.range, in: draft),
        !announced.stands(in: draft.sentence(at: hit.range.lowerBound), of: draft.text)
      else { return nil }
      let message = Localized(
        "「\(hit.entry.term)」\(day.chinese)才施行，请写明或改引现行文件",
        "\(hit.entry.term) comes into force on \(day.chinese): say so, or cite what is in force"
      )
      return Fault(range: hit.range, message: message)
    }
  }

  private static let announced = LiteralSet([
    "施行", "实施", "将于", "即将", "发布", "公布", "过渡期", "提前", "生效", "起执行",
  ])
}
