import CMalloc

/// Has freed memory used again rather than handed back to the kernel, which clears each page anew.
func keepFreedMemory() {
  let megabyte: Int32 = 1 << 20
  mallopt(M_MMAP_THRESHOLD, 32 * megabyte)
  mallopt(M_TRIM_THRESHOLD, 64 * megabyte)
  mallopt(M_TOP_PAD, megabyte)
  takePages(ofBytes: 2 << 20)
}

/// Has the kernel hand over at once the pages that every run needs: a fault for each costs a start ten times as much.
private func takePages(ofBytes count: Int) {
  guard let block = unsafe malloc(count) else { return }
  let page = 4096
  let inner = unsafe UnsafeMutableRawPointer(
    bitPattern: (UInt(bitPattern: block) / UInt(page) + 1) * UInt(page)
  )
  // A kernel that does not know this leaves the faults.
  _ = unsafe madvise(inner, count - page, MADV_POPULATE_WRITE)
  unsafe free(block)
}
