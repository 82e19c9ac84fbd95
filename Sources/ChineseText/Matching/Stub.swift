// Stand-ins until the counting lands: whoever lands it deletes this file.
package enum CountingMode: String, Sendable { case word, half, char }
package func countedLength(of r: Range<Int>, in t: [UInt8], mode: CountingMode) -> Int { 0 }
