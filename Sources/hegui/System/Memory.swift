import CMalloc

/// Has freed memory used again rather than handed back to the kernel, which clears each page anew.
func keepFreedMemory() {
  let megabyte: Int32 = 1 << 20
  mallopt(M_MMAP_THRESHOLD, 32 * megabyte)
  mallopt(M_TRIM_THRESHOLD, 64 * megabyte)
  mallopt(M_TOP_PAD, megabyte)
}
