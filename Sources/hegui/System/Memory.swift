import CMalloc

/// Has freed memory used again rather than handed back to the kernel, which clears each page anew.
func keepFreedMemory() {
  let megabyte: Int32 = 1 << 20
  mallopt(M_MMAP_THRESHOLD, 32 * megabyte)
  mallopt(M_TRIM_THRESHOLD, 64 * megabyte)
  mallopt(M_TOP_PAD, megabyte)
  takePages(ofBytes: 2 << 20)
  takeZeroedPages()
}

/// Has the kernel hand over at once the pages of the program's variables, nearly all of which every start writes to.
private func takeZeroedPages() {
  let page: UInt = 4096
  let start = UInt(bitPattern: unsafe hegui_zeroed_start())
  let first = (start + page - 1) / page * page
  let count = Int(start) + hegui_zeroed_size() - Int(first)
  guard count > 0 else { return }
  _ = unsafe madvise(UnsafeMutableRawPointer(bitPattern: first), count, MADV_POPULATE_WRITE)
}

/// Has the kernel hand over at once the memory that every run needs, as one large page where it has such: a fault
/// for each small page costs a start ten times as much, and each of them a look into tables that the processor caches.
private func takePages(ofBytes count: Int) {
  // Room enough that an aligned page of this size lies in it.
  guard let block = unsafe malloc(2 * count) else { return }
  let start = UInt(bitPattern: block)
  let aligned = (start / UInt(count) + 1) * UInt(count)
  // What lies before the page stays untouched, so that memory is taken from the page on.
  guard unsafe realloc(block, Int(aligned - start) - 32) != nil else { return }
  let page = unsafe UnsafeMutableRawPointer(bitPattern: aligned)
  // A kernel that does not know one of these leaves small pages, or the faults.
  _ = unsafe madvise(page, count, MADV_HUGEPAGE)
  _ = unsafe madvise(page, count, MADV_POPULATE_WRITE)
}
