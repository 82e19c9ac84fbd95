import Reviewing

extension String {
  /// With one code point changed, put in or taken out, as somebody would who does not want it seen.
  func mutated(_ random: inout SplitMix) -> String {
    var scalars = Array(unicodeScalars)
    let places = scalars.indices.filter { !scalars[$0].properties.isWhitespace }
    guard let place = places.randomElement(using: &random) else { return self + "\u{200B}" }
    switch random.below(6) {
    case 0: scalars.insert(Self.unseen[random.below(Self.unseen.count)], at: place)
    case 1: scalars[place] = Self.lookalike(scalars[place])
    case 2 where scalars.count > 1: scalars.remove(at: place)
    case 3: scalars.insert("不", at: place)
    case 4:
      let other = Self.otherForm(String(scalars[place]))
      scalars.replaceSubrange(place...place, with: other)
    default: scalars[place] = scalars[place] == "无" ? "有" : "无"
    }
    var result = ""
    result.unicodeScalars.append(contentsOf: scalars)
    return result
  }

  private static let unseen: [Unicode.Scalar] = [
    "\u{200B}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{202E}", "\u{2066}", "\u{AD}", "\u{FE0F}",
    "\u{E0020}", "\u{301}",
  ]

  private static func lookalike(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "0": "O"
    case "O": "0"
    case "1": "l"
    case "a": "а"
    case "“": "\""
    case ":": "："
    default:
      (0x21...0x7E).contains(scalar.value)
        ? Unicode.Scalar(scalar.value + 0xFEE0) ?? "某" : scalar == "某" ? "其" : "某"
    }
  }

  /// Composed where it was decomposed and the other way round; another letter where it has no other form.
  private static func otherForm(_ text: String) -> [Unicode.Scalar] {
    switch text {
    case "é": ["e", "\u{301}"]
    case "Å": ["\u{212B}"]
    case "豈": ["\u{F900}"]
    default: Array(text.unicodeScalars) + ["\u{302}"]
    }
  }
}

extension CanonicalContent {
  /// With one code point of one field changed, or an image or link gone; and which field.
  func mutated(_ random: inout SplitMix) -> (CanonicalContent, field: String) {
    var (title, blocks, links, images) = (title, blocks, links, images)
    let field: String
    switch random.below(8) {
    case 0:
      field = "title"
      title = title.mutated(&random)
    case 1...4:
      field = "block"
      let place = random.below(blocks.count)
      blocks[place] = blocks[place].mutated(&random)
    case 5:
      field = "link"
      let place = random.below(links.count)
      links[place] = links[place].mutated(&random)
    case 6:
      field = "image"
      let place = random.below(images.count)
      let isAddress = random.below(2) == 0
      images[place] = Image(
        address: isAddress ? images[place].address.mutated(&random) : images[place].address,
        alternative: isAddress
          ? images[place].alternative : images[place].alternative.mutated(&random)
      )
    default:
      field = "count"
      if random.below(2) == 0 { images.removeLast() } else { links.append(links[0]) }
    }
    return (CanonicalContent(title: title, blocks: blocks, links: links, images: images), field)
  }
}

extension Article {
  /// Changes one code point of a field that WeChat leaves alone, and tells which.
  mutating func mutate(_ random: inout SplitMix) -> String {
    guard random.below(8) > 0 else {
      title = title.mutated(&random)
      return "title"
    }
    let place = random.below(parts.count)
    switch parts[place] {
    case .heading(let text): parts[place] = .heading(text.mutated(&random))
    case .paragraph(let text): parts[place] = .paragraph(text.mutated(&random))
    case .link(let before, let words, let address, let behind):
      parts[place] =
        random.below(2) == 0
        ? .link(before, words: words.mutated(&random), address: address, behind)
        : .link(before, words: words, address: address.mutated(&random), behind)
    case .list(var items):
      items[0] = items[0].mutated(&random)
      parts[place] = .list(items)
    case .table(var rows):
      rows[0][0] = rows[0][0].mutated(&random)
      parts[place] = .table(rows)
    case .image(let address, let alternative, let caption):
      if caption.isEmpty {
        parts.remove(at: place)
      } else {
        parts[place] = .image(
          address: address,
          alternative: alternative,
          caption: caption.mutated(&random)
        )
      }
    case .video(let address): parts[place] = .video(address.mutated(&random))
    }
    return "\(parts.indices.contains(place) ? "\(parts[place])" : "image gone")"
  }
}
