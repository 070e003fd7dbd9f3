/*
 * Stands between a program and the C library (LD_PRELOAD, Linux) and does, for files below the folders named in FAULTS_FOLDERS
 * (separated by colons), what a test asks for:
 *
 *   - keeps a log of everything that changes them, in order and with the bytes (FAULTS_LOG), so that a power cut can be played
 *     back at any moment: replay.ts reads it;
 *   - lets a chosen call fail, once or from then on, or kills the process at it (FAULTS_CONTROL);
 *   - moves the wall clock (FAULTS_CONTROL).
 *
 * FAULTS_CONTROL names a file of eight 64-bit words that the test writes and this file maps:
 *   0 armed, 1 calls counted while armed, 2 the call that fails (0: none), 3 its errno, 4 whether all later ones fail too,
 *   5 the call at which the process is killed (0: none), 6 seconds added to the wall clock, 7 how many calls have failed.
 *
 * What is written to the file FAULTS_MARKS goes into the log as a mark: so a test knows what had been promised at any moment.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { OP_OPEN = 1, OP_WRITE, OP_TRUNCATE, OP_SYNC, OP_SYNC_FOLDER, OP_RENAME, OP_UNLINK, OP_MKDIR, OP_RMDIR, OP_MARK, OP_LINK };
enum { ARMED, COUNTED, FAIL_AT, FAIL_WITH, FAIL_FOR_GOOD, KILL_AT, CLOCK_OFFSET, FAILED, WORDS };
enum { UNTRACKED, TRACKED, MARKS };
#define MOST_FDS 65536
#define MOST_FOLDERS 8

static struct {
  uint8_t kind;
  uint64_t inode;
} fds[MOST_FDS];

struct header {
  uint32_t operation, path_length, other_length, flags;
  uint64_t inode, offset, data_length;
};

static char folders[MOST_FOLDERS][PATH_MAX];
static int folder_count;
static char marks[PATH_MAX];
static volatile int64_t *control;
static int log_fd = -1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))real(&real_##name, #name))
#define DECLARE(name) static void *real_##name
static void *real(void **kept, const char *name) {
  if (!*kept) *kept = dlsym(RTLD_NEXT, name);
  return *kept;
}
DECLARE(open); DECLARE(openat); DECLARE(close); DECLARE(write); DECLARE(pwrite); DECLARE(writev); DECLARE(pwritev);
DECLARE(ftruncate); DECLARE(fsync); DECLARE(fdatasync); DECLARE(rename); DECLARE(renameat); DECLARE(renameat2); DECLARE(unlink);
DECLARE(unlinkat); DECLARE(mkdir); DECLARE(rmdir); DECLARE(link); DECLARE(sendfile); DECLARE(syscall); DECLARE(ioctl);
DECLARE(clock_gettime); DECLARE(gettimeofday); DECLARE(time);
extern ssize_t sendfile(int, int, off_t *, size_t);

__attribute__((constructor)) static void begin(void) {
  const char *list = getenv("FAULTS_FOLDERS");
  if (list) {
    char copy[PATH_MAX * 2], *rest = copy, *one;
    snprintf(copy, sizeof copy, "%s", list);
    while ((one = strsep(&rest, ":")) && folder_count < MOST_FOLDERS) snprintf(folders[folder_count++], PATH_MAX, "%s", one);
  }
  if (getenv("FAULTS_MARKS")) snprintf(marks, sizeof marks, "%s", getenv("FAULTS_MARKS"));
  if (getenv("FAULTS_CONTROL")) {
    int fd = REAL(open)(getenv("FAULTS_CONTROL"), O_RDWR);
    void *words = fd < 0 ? MAP_FAILED : mmap(NULL, WORDS * 8, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (words == MAP_FAILED) {
      fprintf(stderr, "faults: the control file cannot be mapped\n");
      abort();
    }
    control = words;
    REAL(close)(fd);
  }
  if (getenv("FAULTS_LOG")) {
    log_fd = REAL(open)(getenv("FAULTS_LOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (log_fd < 0) {
      fprintf(stderr, "faults: the log cannot be written\n");
      abort();
    }
  }
}

static int tracked_path(const char *path) {
  if (!path) return UNTRACKED;
  if (marks[0] && strcmp(path, marks) == 0) return MARKS;
  for (int index = 0; index < folder_count; index += 1) {
    size_t length = strlen(folders[index]);
    if (strncmp(path, folders[index], length) == 0 && (path[length] == '/' || path[length] == 0)) return TRACKED;
  }
  return UNTRACKED;
}

/* The whole path of a name below an open folder. */
static const char *whole_path(int folder, const char *path, char *buffer) {
  if (!path || path[0] == '/' || folder == AT_FDCWD) return path;
  char of_folder[64];
  snprintf(of_folder, sizeof of_folder, "/proc/self/fd/%d", folder);
  ssize_t length = readlink(of_folder, buffer, PATH_MAX - 1);
  if (length < 0) return path;
  snprintf(buffer + length, (size_t)(PATH_MAX - length), "/%s", path);
  return buffer;
}

static int kind_of(int fd) { return fd >= 0 && fd < MOST_FDS ? fds[fd].kind : UNTRACKED; }

/* The index of SQLite's write-ahead log is rebuilt at every start: it is no part of what a disk keeps. */
static int is_index(const char *path) {
  size_t length = strlen(path);
  return length > 4 && strcmp(path + length - 4, "-shm") == 0;
}

/* Whether this call must fail; then errno is set. Kills the process when its moment has come. */
static int must_fail(void) {
  if (!control || !control[ARMED]) return 0;
  int64_t number = __sync_add_and_fetch(&control[COUNTED], 1);
  if (control[KILL_AT] && number == control[KILL_AT]) kill(getpid(), SIGKILL);
  int64_t from = control[FAIL_AT];
  if (!from || number < from || (number > from && !control[FAIL_FOR_GOOD])) return 0;
  __sync_add_and_fetch(&control[FAILED], 1);
  errno = (int)control[FAIL_WITH];
  return 1;
}

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t done = REAL(write)(log_fd, at, length);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) abort();
    at += done;
    length -= (size_t)done;
  }
}

static void note(uint32_t operation, const char *path, const char *other, uint32_t flags, uint64_t inode, uint64_t offset,
                 const void *data, size_t length) {
  if (log_fd < 0) return;
  int kept = errno;
  struct header header = {operation, path ? (uint32_t)strlen(path) : 0, other ? (uint32_t)strlen(other) : 0, flags, inode, offset, length};
  put(&header, sizeof header);
  if (path) put(path, header.path_length);
  if (other) put(other, header.other_length);
  if (length > 0 && data) put(data, length);
  errno = kept;
}

#define GUARDED(type, call, logged)          \
  pthread_mutex_lock(&lock);                 \
  type answer = must_fail() ? (type)-1 : (call); \
  if (answer >= 0) { logged; }               \
  pthread_mutex_unlock(&lock);               \
  return answer

static int opened(const char *path, int kind, int flags, int was_there, int fd) {
  struct stat found;
  if (fd < 0 || fd >= MOST_FDS || fstat(fd, &found) != 0) return fd;
  fds[fd].kind = (uint8_t)(is_index(path) ? UNTRACKED : kind);
  fds[fd].inode = found.st_ino;
  if (kind == TRACKED && !is_index(path) && !S_ISDIR(found.st_mode))
    note(OP_OPEN, path, NULL, (was_there ? 0u : 1u) | (flags & O_TRUNC ? 2u : 0u), found.st_ino, 0, NULL, 0);
  return fd;
}

static int open_tracked(int folder, const char *path, int flags, mode_t mode) {
  char buffer[PATH_MAX];
  const char *whole = whole_path(folder, path, buffer);
  int kind = tracked_path(whole);
  if (kind == UNTRACKED) {
    int other = REAL(openat)(folder, path, flags, mode);
    if (other >= 0 && other < MOST_FDS) fds[other].kind = UNTRACKED;
    return other;
  }
  struct stat found;
  pthread_mutex_lock(&lock);
  int was_there = stat(whole, &found) == 0;
  int fd = kind == TRACKED && must_fail() ? -1 : opened(whole, kind, flags, was_there, REAL(openat)(folder, path, flags, mode));
  pthread_mutex_unlock(&lock);
  return fd;
}

#define MODE_OF(flags)                       \
  mode_t mode = 0;                           \
  if ((flags) & (O_CREAT | __O_TMPFILE)) {   \
    va_list rest;                            \
    va_start(rest, flags);                   \
    mode = va_arg(rest, mode_t);             \
    va_end(rest);                            \
  }

int open(const char *path, int flags, ...) { MODE_OF(flags) return open_tracked(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_OF(flags) return open_tracked(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE_OF(flags) return open_tracked(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE_OF(flags) return open_tracked(folder, path, flags, mode); }

int close(int fd) {
  if (fd >= 0 && fd < MOST_FDS) fds[fd].kind = UNTRACKED;
  return REAL(close)(fd);
}

static void note_write(int fd, const void *data, ssize_t length, off_t offset) {
  if (fds[fd].kind == MARKS) note(OP_MARK, NULL, NULL, 0, 0, 0, data, (size_t)length);
  else note(OP_WRITE, NULL, NULL, 0, fds[fd].inode, (uint64_t)offset, data, (size_t)length);
}

static int fails_write(int fd) { return kind_of(fd) == TRACKED && must_fail(); }

ssize_t write(int fd, const void *data, size_t length) {
  if (kind_of(fd) == UNTRACKED) return REAL(write)(fd, data, length);
  pthread_mutex_lock(&lock);
  ssize_t done = fails_write(fd) ? -1 : REAL(write)(fd, data, length);
  if (done > 0) note_write(fd, data, done, lseek(fd, 0, SEEK_CUR) - done);
  pthread_mutex_unlock(&lock);
  return done;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
  if (kind_of(fd) == UNTRACKED) return REAL(pwrite)(fd, data, length, offset);
  pthread_mutex_lock(&lock);
  ssize_t done = fails_write(fd) ? -1 : REAL(pwrite)(fd, data, length, offset);
  if (done > 0) note_write(fd, data, done, offset);
  pthread_mutex_unlock(&lock);
  return done;
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) { return pwrite(fd, data, length, offset); }

/* Part by part: a short write is an answer that every caller must know. */
ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (kind_of(fd) == UNTRACKED) return REAL(writev)(fd, parts, count);
  for (int index = 0; index < count; index += 1)
    if (parts[index].iov_len > 0) return write(fd, parts[index].iov_base, parts[index].iov_len);
  return 0;
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
  if (kind_of(fd) == UNTRACKED) return REAL(pwritev)(fd, parts, count, offset);
  for (int index = 0; index < count; index += 1)
    if (parts[index].iov_len > 0) return pwrite(fd, parts[index].iov_base, parts[index].iov_len, offset);
  return 0;
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) { return pwritev(fd, parts, count, offset); }

ssize_t sendfile(int to, int from, off_t *offset, size_t length) {
  if (kind_of(to) == UNTRACKED) return REAL(sendfile)(to, from, offset, length);
  char buffer[65536];
  size_t most = length < sizeof buffer ? length : sizeof buffer;
  ssize_t got = offset ? pread(from, buffer, most, *offset) : read(from, buffer, most);
  if (got <= 0) return got;
  ssize_t done = write(to, buffer, (size_t)got);
  if (done > 0 && offset) *offset += done;
  return done;
}
ssize_t sendfile64(int to, int from, off64_t *offset, size_t length) { return sendfile(to, from, offset, length); }

/* libuv copies files inside the kernel when it may: here it may not, so that every byte passes through `write`. */
int ioctl(int fd, unsigned long request, ...) {
  va_list rest;
  va_start(rest, request);
  void *argument = va_arg(rest, void *);
  va_end(rest);
  if (request == _IOW(0x94, 9, int)) {
    errno = EOPNOTSUPP;
    return -1;
  }
  return REAL(ioctl)(fd, request, argument);
}
ssize_t copy_file_range(int from, off64_t *from_offset, int to, off64_t *to_offset, size_t length, unsigned flags) {
  (void)from; (void)from_offset; (void)to; (void)to_offset; (void)length; (void)flags;
  errno = ENOSYS;
  return -1;
}
long syscall(long number, ...) {
  long part[6];
  va_list rest;
  va_start(rest, number);
  for (int index = 0; index < 6; index += 1) part[index] = va_arg(rest, long);
  va_end(rest);
  // libuv closes some files without the C library.
  if (number == SYS_close && part[0] >= 0 && part[0] < MOST_FDS) fds[part[0]].kind = UNTRACKED;
  if (number == SYS_copy_file_range) {
    errno = ENOSYS;
    return -1;
  }
  return REAL(syscall)(number, part[0], part[1], part[2], part[3], part[4], part[5]);
}

int ftruncate(int fd, off_t size) {
  if (kind_of(fd) != TRACKED) return REAL(ftruncate)(fd, size);
  GUARDED(int, REAL(ftruncate)(fd, size), note(OP_TRUNCATE, NULL, NULL, 0, fds[fd].inode, (uint64_t)size, NULL, 0));
}
int ftruncate64(int fd, off64_t size) { return ftruncate(fd, size); }

static void note_sync(int fd) {
  struct stat found;
  if (fstat(fd, &found) != 0) return;
  if (!S_ISDIR(found.st_mode)) {
    note(OP_SYNC, NULL, NULL, 0, fds[fd].inode, 0, NULL, 0);
    return;
  }
  char link_name[64], path[PATH_MAX];
  snprintf(link_name, sizeof link_name, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link_name, path, sizeof path - 1);
  if (length < 0) return;
  path[length] = 0;
  note(OP_SYNC_FOLDER, path, NULL, 0, 0, 0, NULL, 0);
}
int fsync(int fd) {
  if (kind_of(fd) != TRACKED) return REAL(fsync)(fd);
  GUARDED(int, REAL(fsync)(fd), note_sync(fd));
}
int fdatasync(int fd) {
  if (kind_of(fd) != TRACKED) return REAL(fdatasync)(fd);
  GUARDED(int, REAL(fdatasync)(fd), note_sync(fd));
}

static int is_ours(const char *one, const char *other) { return tracked_path(one) == TRACKED || (other && tracked_path(other) == TRACKED); }

int rename(const char *from, const char *to) {
  if (!is_ours(from, to)) return REAL(rename)(from, to);
  GUARDED(int, REAL(rename)(from, to), note(OP_RENAME, from, to, 0, 0, 0, NULL, 0));
}
int renameat(int from_folder, const char *from, int to_folder, const char *to) {
  char one[PATH_MAX], other[PATH_MAX];
  const char *whole = whole_path(from_folder, from, one), *target = whole_path(to_folder, to, other);
  if (!is_ours(whole, target)) return REAL(renameat)(from_folder, from, to_folder, to);
  return rename(whole, target);
}
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
  if (flags != 0) return REAL(renameat2)(from_folder, from, to_folder, to, flags);
  return renameat(from_folder, from, to_folder, to);
}
int unlink(const char *path) {
  if (!is_ours(path, NULL) || is_index(path)) return REAL(unlink)(path);
  GUARDED(int, REAL(unlink)(path), note(OP_UNLINK, path, NULL, 0, 0, 0, NULL, 0));
}
int rmdir(const char *path) {
  if (!is_ours(path, NULL)) return REAL(rmdir)(path);
  GUARDED(int, REAL(rmdir)(path), note(OP_RMDIR, path, NULL, 0, 0, 0, NULL, 0));
}
int unlinkat(int folder, const char *path, int flags) {
  char buffer[PATH_MAX];
  const char *whole = whole_path(folder, path, buffer);
  if (!is_ours(whole, NULL)) return REAL(unlinkat)(folder, path, flags);
  return flags & AT_REMOVEDIR ? rmdir(whole) : unlink(whole);
}
int mkdir(const char *path, mode_t mode) {
  if (!is_ours(path, NULL)) return REAL(mkdir)(path, mode);
  GUARDED(int, REAL(mkdir)(path, mode), note(OP_MKDIR, path, NULL, 0, 0, 0, NULL, 0));
}
int link(const char *from, const char *to) {
  if (!is_ours(from, to)) return REAL(link)(from, to);
  GUARDED(int, REAL(link)(from, to), note(OP_LINK, from, to, 0, 0, 0, NULL, 0));
}

static int64_t clock_offset(void) { return control ? control[CLOCK_OFFSET] : 0; }
int clock_gettime(clockid_t clock, struct timespec *found) {
  int answer = REAL(clock_gettime)(clock, found);
  if (answer == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) found->tv_sec += clock_offset();
  return answer;
}
int gettimeofday(struct timeval *restrict found, void *restrict zone) {
  int answer = REAL(gettimeofday)(found, zone);
  if (answer == 0) found->tv_sec += clock_offset();
  return answer;
}
time_t time(time_t *found) {
  time_t now = REAL(time)(NULL) + clock_offset();
  if (found) *found = now;
  return now;
}
