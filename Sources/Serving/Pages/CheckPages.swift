import Console

/// The page where anybody checks a draft.
struct CheckPages {
  private let pages: PageMaking

  init(_ services: Services) { pages = PageMaking(services) }

  var routes: [Route] {
    [
      .page("/check", for: .open) { exchange in
        pages.answer(CheckPage(isOpen: pages.frame(exchange).mayCheck), exchange)
      }
    ]
  }
}
