internal import CZLib

/// The bytes that a raw deflate stream stands for.
///
/// Nil unless they are exactly `count`, the stream ends with its last byte, and the checksum is theirs: so a file that
/// lies about its size costs no more than it says.
func inflated(_ bytes: ArraySlice<UInt8>, count: Int, checksum: UInt32) -> [UInt8]? {
  // A byte of room too much shows a stream that goes on.
  let result = inflate(bytes, atMost: count + 1)
  guard result.isWhole, result.bytes.count == count, crc(of: result.bytes[...]) == checksum else {
    return nil
  }
  return result.bytes
}

/// At most so many of the first bytes that a raw deflate stream stands for; fewer where it is broken.
func inflatedHead(_ bytes: ArraySlice<UInt8>, count: Int) -> [UInt8] {
  inflate(bytes, atMost: count).bytes
}

/// What a raw deflate stream stands for, and whether all of it was read and ends with its last byte.
private func inflate(
  _ bytes: ArraySlice<UInt8>,
  atMost room: Int
) -> (bytes: [UInt8], isWhole: Bool) {
  var isWhole = false
  let result = unsafe [UInt8](unsafeUninitializedCapacity: room) { output, filled in
    filled = 0
    var stream = unsafe z_stream()
    guard unsafe hegui_inflate_raw_init(&stream) == Z_OK else { return }
    defer { _ = unsafe inflateEnd(&stream) }
    unsafe bytes.withUnsafeBufferPointer { input in
      unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      unsafe stream.avail_in = UInt32(input.count)
      unsafe stream.next_out = output.baseAddress
      unsafe stream.avail_out = UInt32(room)
      isWhole = unsafe CZLib.inflate(&stream, Z_SYNC_FLUSH) == Z_STREAM_END
      isWhole = unsafe isWhole && stream.avail_in == 0
      filled = unsafe room - Int(stream.avail_out)
    }
  }
  return (result, isWhole)
}

/// Some bytes as a raw deflate stream; nil where memory is short.
func deflated(_ bytes: [UInt8]) -> [UInt8]? {
  var stream = unsafe z_stream()
  guard unsafe hegui_deflate_raw_init(&stream) == Z_OK else { return nil }
  defer { _ = unsafe deflateEnd(&stream) }
  var isWhole = false
  let room = unsafe Int(deflateBound(&stream, UInt(bytes.count)))
  let packed = unsafe [UInt8](unsafeUninitializedCapacity: room) { output, filled in
    unsafe bytes.withUnsafeBufferPointer { input in
      unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      unsafe stream.avail_in = UInt32(input.count)
      unsafe stream.next_out = output.baseAddress
      unsafe stream.avail_out = UInt32(room)
      isWhole = unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END
    }
    filled = unsafe room - Int(stream.avail_out)
  }
  return isWhole ? packed : nil
}

/// The CRC-32 of some bytes, as ZIP has it.
func crc(of bytes: ArraySlice<UInt8>) -> UInt32 {
  unsafe bytes.withUnsafeBufferPointer {
    unsafe UInt32(truncatingIfNeeded: crc32(0, $0.baseAddress, UInt32($0.count)))
  }
}
