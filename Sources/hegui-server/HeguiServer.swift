@main
struct HeguiServer {
  static func main() {}
}
