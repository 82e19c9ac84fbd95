/* Reads every file below a folder and hands it to a parser; shared by the floors. */
#ifndef FILES_H
#define FILES_H

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef void (*file_handler)(const char *bytes, size_t count);

static char *file_buffer;
static size_t file_capacity;
static size_t total_files, total_bytes;

static void fail(const char *path) {
  perror(path);
  exit(2);
}

static void read_file(const char *path, size_t size, file_handler handle) {
  if (size + 1 > file_capacity) {
    file_capacity = 2 * size + 65536;
    file_buffer = realloc(file_buffer, file_capacity);
    if (!file_buffer) fail(path);
  }
  int file = open(path, O_RDONLY);
  if (file < 0) fail(path);
  size_t got = 0;
  while (got < size) {
    ssize_t n = read(file, file_buffer + got, size - got);
    if (n <= 0) fail(path);
    got += (size_t)n;
  }
  close(file);
  file_buffer[got] = 0;
  total_files += 1;
  total_bytes += got;
  handle(file_buffer, got);
}

static void each_file(const char *path, file_handler handle) {
  struct stat info;
  if (stat(path, &info)) fail(path);
  if (!S_ISDIR(info.st_mode)) {
    read_file(path, (size_t)info.st_size, handle);
    return;
  }
  DIR *folder = opendir(path);
  if (!folder) fail(path);
  for (struct dirent *entry; (entry = readdir(folder));) {
    if (entry->d_name[0] == '.') continue;
    char inner[4096];
    if (snprintf(inner, sizeof inner, "%s/%s", path, entry->d_name) >= (int)sizeof inner) fail(path);
    each_file(inner, handle);
  }
  closedir(folder);
}

/* Runs the handler over the folders named on the command line and prints what was seen. */
static int run(int count, char **paths, file_handler handle, const size_t *work) {
  for (int i = 1; i < count; i++) each_file(paths[i], handle);
  printf("%zu files, %zu bytes, %zu events\n", total_files, total_bytes, work ? *work : 0);
  return 0;
}

#endif
