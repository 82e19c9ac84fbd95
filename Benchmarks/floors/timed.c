/* timed SECONDS COMMAND…: runs a command with its standard output on /dev/null, stops it after so
   many seconds of CPU, and prints what it cost:
   wall seconds, user seconds, system seconds, peak resident KiB, exit status (128 + a signal).
   A small process of its own, because a child's peak also counts the memory of whoever forked it. */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double seconds(struct timeval t) { return (double)t.tv_sec + (double)t.tv_usec / 1e6; }

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int count, char **words) {
  if (count < 3) return 2;
  rlim_t seconds_of_cpu = (rlim_t)atol(words[1]);
  struct rlimit limit = {seconds_of_cpu, seconds_of_cpu + 1};
  setrlimit(RLIMIT_CPU, &limit);
  words++;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);

  pid_t child;
  double start = now();
  int error = posix_spawnp(&child, words[1], &actions, NULL, words + 1, environ);
  if (error) {
    fprintf(stderr, "%s: %s\n", words[1], strerror(error));
    return 2;
  }
  int status;
  struct rusage usage;
  if (wait4(child, &status, 0, &usage) < 0) return 2;
  double wall = now() - start;
  printf("%.6f %.6f %.6f %ld %d\n", wall, seconds(usage.ru_utime), seconds(usage.ru_stime),
         usage.ru_maxrss, WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status));
  return 0;
}
