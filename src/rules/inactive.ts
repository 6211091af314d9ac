/**
 * Functions of the C, C++, Rust and compiler run-time libraries that carry no derivative: from no argument and no memory
 * they read does a floating-point number reach, differentiably, anything they return or write.
 *
 * Each group says what it may write, because values that the reverse pass needs may be overwritten there. Functions that
 * bring bytes into memory (`fread`) are not here but in `refused.ts`.
 */
import { cSpellings } from './spellings.js';

/** Argument indices through which it may write bytes that are no floats; `reachable`: anything its arguments lead to. */
export type Writes = readonly number[] | 'reachable';

export interface InactiveRule {
  readonly kind: 'inactive';
  readonly why: string;
  readonly writes: Writes;
  /** Control does not come back. */
  readonly noReturn: boolean;
  /** It makes numbers of text, which has no derivative where that was not written from active numbers. */
  readonly readsNumbers?: true;
}

interface Group { readonly why: string; readonly names: string; readonly writes?: Writes; readonly noReturn?: true; readonly readsNumbers?: true }

/** By exact name (of an intrinsic: without the type suffix), and by the beginning of a mangled name. */
export function inactiveRules(): { exact: Map<string, InactiveRule>; prefixes: readonly (readonly [string, InactiveRule])[] } {
  const split = (groups: readonly Group[]): [string, InactiveRule][] => groups.flatMap(({ names, writes = [], noReturn = false, ...group }) =>
    names.trim().split(/\s+/).map((name): [string, InactiveRule] => [name, { kind: 'inactive', writes, noReturn, ...group }]));
  return { exact: new Map([...split(roundingToInteger()), ...split(groups)]), prefixes: split(prefixes) };
}

/** Functions of <math.h> whose result is an integer, in each format, and as intrinsics. */
function roundingToInteger(): Group[] {
  const integerValued = 'lround llround lrint llrint ilogb llogb fpclassify isnan isinf finite signbit isfinite isnormal issignaling';
  const names = integerValued.split(' ').flatMap((name) => [...cSpellings(name), ...cSpellings(`__${name}`)]);
  return [
    { why: 'its result is an integer', names: names.join(' ') },
    { why: 'its result is an integer', names: '__nv_lround __nv_llround __nv_lrint __nv_llrint __nv_ilogb __nv_isnand __nv_isinfd __nv_isnanf __nv_isinff' },
    { why: 'a constant', names: ['nan', 'huge_val'].flatMap(cSpellings).join(' ') },
  ];
}

const groups: readonly Group[] = [
  { why: 'writes text to a stream', names: `
    printf vprintf fprintf vfprintf dprintf vdprintf puts fputs putc fputc putchar fwrite write perror puts_unlocked fputs_unlocked
    putchar_unlocked putc_unlocked fputc_unlocked fwrite_unlocked __printf_chk __fprintf_chk __vfprintf_chk __vprintf_chk __dprintf_chk
    iprintf fiprintf syslog psignal __small_printf __small_fprintf wprintf fwprintf putwchar fputwc fputws
    OutputDebugStringA` },
  { why: 'formats text into a buffer', writes: [0], names: `
    sprintf snprintf vsprintf vsnprintf __sprintf_chk __snprintf_chk __vsprintf_chk __vsnprintf_chk siprintf sniprintf swprintf gcvt asprintf vasprintf
    __asprintf_chk __vasprintf_chk` },
  { why: 'opens, closes or positions a stream', writes: [0], names: `
    fopen fopen64 freopen fdopen tmpfile tmpfile64 fclose fflush fflush_unlocked setvbuf setbuf fseek fseeko ftell ftello rewind feof ferror clearerr fileno
    feof_unlocked ferror_unlocked fileno_unlocked flockfile funlockfile popen pclose open open64 close lseek unlink remove rename mkdir rmdir isatty fsync
    access ungetc getc fgetc getchar getc_unlocked getchar_unlocked` },
  { why: 'reads text', writes: [0, 1], names: 'fgets gets getline getdelim __fgets_chk fgets_unlocked __getdelim' },
  { why: 'compares elements to find their order', names: '__ribozyme_order' },
  { why: 'looks at characters', names: `
    strlen strnlen strcmp strncmp strcasecmp strncasecmp strcoll memcmp bcmp strchr strrchr strstr strcasestr strpbrk strspn strcspn memchr memrchr memmem
    rawmemchr strchrnul wcslen wcscmp wcsncmp wmemcmp wmemchr strverscmp __strlen_chk
    isalpha isdigit isalnum isspace isupper islower isprint ispunct isxdigit iscntrl isgraph isblank toupper tolower
    __ctype_b_loc __ctype_tolower_loc __ctype_toupper_loc strerror strerror_r __xpg_strerror_r strsignal` },
  { why: 'copies characters', writes: [0], names: `
    strcpy strncpy strcat strncat stpcpy stpncpy strlcpy strlcat strtok strtok_r __strtok_r strsep strxfrm wcscpy wcsncpy wcscat
    __strcpy_chk __strncpy_chk __strcat_chk __strncat_chk __stpcpy_chk __strlcpy_chk __strlcat_chk` },
  { why: 'makes a new string', names: 'strdup strndup __strdup __strndup' },
  { why: 'reads an integer from text', writes: [1], names: 'atoi atol atoll strtol strtoul strtoll strtoull strtoimax strtoumax __isoc23_strtol __isoc23_strtoul __isoc23_strtoll __isoc23_strtoull' },
  { why: 'reads a number from text', writes: [1], readsNumbers: true, names: 'atof strtod strtof strtold strtod_l strtof_l' },
  { why: 'reads numbers from text', writes: 'reachable', readsNumbers: true, names: `
    scanf fscanf sscanf vscanf vfscanf vsscanf __isoc99_scanf __isoc99_fscanf __isoc99_sscanf __isoc23_scanf __isoc23_fscanf __isoc23_sscanf` },
  { why: 'tells the time', writes: [0, 1], names: `
    time clock clock_gettime gettimeofday timespec_get times localtime localtime_r gmtime gmtime_r mktime strftime difftime ctime asctime omp_get_wtime omp_get_wtick
    mach_absolute_time QueryPerformanceCounter QueryPerformanceFrequency getrusage
    _ZNSt6chrono3_V212system_clock3nowEv _ZNSt6chrono3_V212steady_clock3nowEv
    _ZNSt3__16chrono12system_clock3nowEv _ZNSt3__16chrono12steady_clock3nowEv _ZNSt6chrono12system_clock3nowEv _ZNSt6chrono12steady_clock3nowEv` },
  { why: 'a random number depends on no other number', writes: [0, 1, 2], names: `
    rand rand_r srand random srandom initstate setstate random_r srandom_r drand48 erand48 lrand48 nrand48 mrand48 jrand48 srand48 seed48 lcong48
    getrandom getentropy arc4random arc4random_uniform _ZNSt13random_device9_M_getvalEv _ZNSt3__113random_deviceclEv` },
  { why: 'asks the environment', writes: [0], names: `
    getenv secure_getenv setenv unsetenv putenv getpid getppid gettid getuid geteuid getcwd gethostname sysconf uname isatty nanosleep usleep sleep sched_yield
    system signal sigaction sigprocmask raise kill alarm setlocale localeconv __errno_location ___errno_location __errno _errno __error
    sched_getcpu sched_getaffinity malloc_usable_size mallopt mallinfo malloc_trim backtrace backtrace_symbols` },
  { why: 'ends the program', noReturn: true, names: `
    abort exit _exit _Exit quick_exit __assert_fail __assert_rtn __assert __assert_func __assert_perror_fail _assert _wassert __stack_chk_fail __chk_fail
    __fortify_fail err errx verr verrx terminate _ZSt9terminatev __clang_call_terminate __cxa_pure_virtual __cxa_deleted_virtual __cxa_bad_cast __cxa_bad_typeid
    __cxa_throw_bad_array_new_length _ZSt10unexpectedv _ZSt21__glibcxx_assert_failPKciS0_S0_ _FortranAStopStatement _FortranAStopStatementText
    _FortranAFailImageStatement _FortranAReportFatalUserError _FortranAAbort llvm.trap llvm.ubsantrap` },
  { why: 'throws', noReturn: true, names: '__cxa_throw __cxa_rethrow _Unwind_Resume _Unwind_Resume_or_Rethrow' },
  { why: 'part of exception handling', writes: 'reachable', names: `
    __cxa_allocate_exception __cxa_free_exception __cxa_begin_catch __cxa_end_catch __cxa_get_exception_ptr __cxa_call_unexpected __gxx_personality_v0 __cxa_current_exception_type` },
  { why: 'registers or guards initialisation and clean-up', writes: [0], names: `
    atexit at_quick_exit __cxa_atexit __cxa_thread_atexit __cxa_thread_atexit_impl __cxa_finalize __cxa_guard_acquire __cxa_guard_release __cxa_guard_abort
    __gmon_start__ _ZNSt8ios_base4InitC1Ev _ZNSt8ios_base4InitD1Ev __dso_handle __cxa_demangle` },
  { why: 'floating-point environment and flags', writes: [0], names: `
    feraiseexcept feclearexcept fetestexcept fegetround fesetround fegetenv fesetenv feholdexcept feupdateenv feenableexcept fedisableexcept fegetexcept
    fegetexceptflag fesetexceptflag fetestexceptflag fegetmode fesetmode fesetexcept` },
  { why: 'locks', writes: [0], names: `
    pthread_mutex_init pthread_mutex_destroy pthread_mutex_lock pthread_mutex_trylock pthread_mutex_unlock pthread_mutexattr_init pthread_mutexattr_destroy
    pthread_mutexattr_settype pthread_self pthread_equal pthread_spin_init pthread_spin_lock pthread_spin_unlock pthread_spin_destroy pthread_rwlock_rdlock
    pthread_rwlock_wrlock pthread_rwlock_unlock pthread_cond_init pthread_cond_destroy pthread_cond_signal pthread_cond_broadcast pthread_cond_wait
    sem_init sem_destroy sem_post sem_wait omp_init_lock omp_destroy_lock omp_set_lock omp_unset_lock` },
  { why: 'asks about threads', names: `
    omp_get_max_threads omp_get_thread_num omp_get_num_threads omp_set_num_threads omp_get_num_procs omp_in_parallel omp_get_level omp_get_dynamic
    omp_set_dynamic omp_get_nested omp_set_nested _ZNSt6thread20hardware_concurrencyEv` },
  { why: 'an allocator without state', names: '_ZNSaIcEC1Ev _ZNSaIcEC2Ev _ZNSaIcEC1ERKS_ _ZNSaIcEC2ERKS_ _ZNSaIcED1Ev _ZNSaIcED2Ev' },
  { why: 'hashes bytes', names: '_ZSt11_Hash_bytesPKvmm _ZSt15_Fnv_hash_bytesPKvmm _ZNKSt8__detail20_Prime_rehash_policy11_M_next_bktEm', },
  { why: 'plans the size of a hash table', writes: [0], names: '_ZNKSt8__detail20_Prime_rehash_policy14_M_need_rehashEmmm' },
  { why: 'says what is known, computes nothing', names: `
    llvm.assume llvm.expect llvm.expect.with.probability llvm.lifetime.start llvm.lifetime.end llvm.invariant.start llvm.invariant.end llvm.experimental.noalias.scope.decl
    llvm.sideeffect llvm.donothing llvm.pseudoprobe llvm.annotation llvm.var.annotation llvm.codeview.annotation llvm.type.test llvm.public.type.test llvm.is.constant
    llvm.objectsize llvm.allow.runtime.check llvm.allow.ubsan.check llvm.fake.use llvm.dbg.declare llvm.dbg.value llvm.dbg.addr llvm.dbg.label llvm.dbg.assign
    llvm.prefetch llvm.instrprof.increment llvm.experimental.guard` },
  { why: 'stack and hardware state', names: `
    llvm.stacksave llvm.stackrestore llvm.frameaddress llvm.returnaddress llvm.sponentry llvm.read_register llvm.write_register llvm.readcyclecounter llvm.readsteadycounter
    llvm.get.rounding llvm.set.rounding llvm.get.fpenv llvm.set.fpenv llvm.reset.fpenv llvm.flt.rounds llvm.vscale llvm.thread.pointer llvm.clear_cache llvm.debugtrap llvm.pcmarker
    llvm.eh.typeid.for llvm.x86.sse2.pause llvm.x86.sse.stmxcsr llvm.x86.sse.ldmxcsr llvm.wasm.memory.size` },
  { why: 'an operation on integers', names: `
    llvm.abs llvm.smax llvm.smin llvm.umax llvm.umin llvm.scmp llvm.ucmp llvm.bswap llvm.bitreverse llvm.ctpop llvm.ctlz llvm.cttz llvm.fshl llvm.fshr
    llvm.sadd.with.overflow llvm.uadd.with.overflow llvm.ssub.with.overflow llvm.usub.with.overflow llvm.smul.with.overflow llvm.umul.with.overflow
    llvm.sadd.sat llvm.uadd.sat llvm.ssub.sat llvm.usub.sat llvm.sshl.sat llvm.ushl.sat llvm.smul.fix llvm.umul.fix llvm.sdiv.fix llvm.udiv.fix
    llvm.vector.reduce.add llvm.vector.reduce.mul llvm.vector.reduce.and llvm.vector.reduce.or llvm.vector.reduce.xor llvm.vector.reduce.smax llvm.vector.reduce.smin
    llvm.vector.reduce.umax llvm.vector.reduce.umin llvm.loop.decrement.reg llvm.get.active.lane.mask llvm.stepvector llvm.experimental.stepvector` },
  { why: 'counts in memory, and says how the count compares', writes: [0], names: `
    llvm.x86.atomic.add.cc llvm.x86.atomic.sub.cc llvm.x86.atomic.and.cc llvm.x86.atomic.or.cc llvm.x86.atomic.xor.cc` },
  { why: 'its result is an integer', names: `
    llvm.is.fpclass llvm.lround llvm.llround llvm.lrint llvm.llrint llvm.fptosi.sat llvm.fptoui.sat llvm.experimental.constrained.fptosi llvm.experimental.constrained.fptoui
    llvm.experimental.constrained.lround llvm.experimental.constrained.llround llvm.experimental.constrained.lrint llvm.experimental.constrained.llrint
    llvm.experimental.constrained.fcmp llvm.experimental.constrained.fcmps` },
  { why: 'its result is an integer', names: `
    llvm.x86.sse2.cvtpd2dq llvm.x86.sse2.cvttpd2dq llvm.x86.sse2.cvtps2dq llvm.x86.sse2.cvttps2dq llvm.x86.sse2.cvtsd2si llvm.x86.sse2.cvtsd2si64
    llvm.x86.sse2.cvttsd2si llvm.x86.sse2.cvttsd2si64 llvm.x86.sse.cvtss2si llvm.x86.sse.cvtss2si64 llvm.x86.sse.cvttss2si llvm.x86.sse.cvttss2si64
    llvm.x86.avx.cvt.pd2dq.256 llvm.x86.avx.cvtt.pd2dq.256 llvm.x86.avx.cvt.ps2dq.256 llvm.x86.avx.cvtt.ps2dq.256
    llvm.x86.sse2.movmsk.pd llvm.x86.sse.movmsk.ps llvm.x86.avx.movmsk.pd.256 llvm.x86.avx.movmsk.ps.256 llvm.x86.sse2.pmovmskb.128 llvm.x86.avx2.pmovmskb
    llvm.x86.sse41.ptestz llvm.x86.sse41.ptestc llvm.x86.sse41.ptestnzc llvm.x86.avx.ptestz.256 llvm.x86.avx.ptestc.256 llvm.x86.avx.vtestz.pd llvm.x86.avx.vtestz.pd.256` },
  { why: 'an integer made a float', names: 'llvm.experimental.constrained.sitofp llvm.experimental.constrained.uitofp' },
  { why: 'Rust run-time checks and panics', noReturn: true, names: 'rust_begin_unwind rust_panic __rust_start_panic __rust_panic_cleanup' },
  { why: 'a mark of the Rust allocator', names: '__rust_no_alloc_shim_is_unstable __rust_no_alloc_shim_is_unstable_v2' },
  { why: 'shows the progress of Fortran output', writes: 'reachable', names: `
    _FortranAioBeginExternalListOutput _FortranAioBeginExternalFormattedOutput _FortranAioBeginInternalListOutput _FortranAioBeginInternalFormattedOutput
    _FortranAioOutputReal32 _FortranAioOutputReal64 _FortranAioOutputInteger8 _FortranAioOutputInteger16 _FortranAioOutputInteger32
    _FortranAioOutputInteger64 _FortranAioOutputAscii _FortranAioOutputCharacter _FortranAioOutputLogical _FortranAioOutputComplex32 _FortranAioOutputComplex64
    _FortranAioOutputDescriptor _FortranAioEndIoStatement _FortranAProgramStart _FortranAProgramEndStatement` },
];

/** Beginnings of Itanium-mangled names: members and operators of classes that hold text, not numbers. */
const prefixes: readonly Group[] = [
  { why: 'writes to a C++ stream', writes: 'reachable', names: `
    _ZNSo _ZStls _ZSt4endl _ZSt5flush _ZSt4ends _ZSt16__ostream_insert _ZNKSt9basic_ios _ZNSt9basic_ios _ZNSt8ios_base _ZNKSt8ios_base _ZNSt14basic_ofstream
    _ZNSt13basic_filebuf _ZNSt6locale _ZNKSt6locale _ZNKSt5ctype _ZSt13__check_facet _ZSt9use_facet _ZSt9has_facet _ZNSt15basic_streambuf _ZStlsI
    _ZNSt3__113basic_ostream _ZNSt3__1lsI _ZNSt3__124__put_character_sequence _ZNSt3__18ios_base _ZNSt3__19basic_ios _ZNSt3__16locale _ZNKSt3__16locale` },
  { why: 'reads from a C++ stream', writes: 'reachable', readsNumbers: true, names: '_ZNSi _ZStrs _ZNSt14basic_ifstream _ZNSt3__113basic_istream _ZNSt3__1rsI _ZNSd' },
  { why: 'handles a C++ string', writes: 'reachable', names: `
    _ZNSs _ZNKSs _ZNSt7__cxx1112basic_string _ZNKSt7__cxx1112basic_string _ZNSt3__112basic_string _ZNKSt3__112basic_string _ZNSt11char_traits _ZNSt7__cxx119to_string
    _ZNSt3__19to_string _ZNSt7__cxx1115basic_stringbuf _ZNSt7__cxx1119basic_ostringstream _ZNKSt7__cxx1119basic_ostringstream
    _ZNSt7__cxx1118basic_stringstream _ZNKSt7__cxx1118basic_stringstream _ZNSt7__cxx1119basic_istringstream _ZNKSt7__cxx1119basic_istringstream` },
  { why: 'throws', noReturn: true, names: '_ZSt17__throw_ _ZSt16__throw_ _ZSt19__throw_ _ZSt20__throw_ _ZSt21__throw_ _ZSt22__throw_ _ZSt23__throw_ _ZSt24__throw_ _ZSt25__throw_ _ZSt28__throw_ _ZSt18__throw_ _ZNSt3__120__throw_ _ZNSt3__122__throw_' },
  { why: 'reports an error found by a sanitizer', names: '__ubsan_handle_ __asan_ __msan_ __tsan_ __lsan_ __hwasan_ __sanitizer_ __llvm_profile_' },
  { why: 'makes or destroys an error', writes: 'reachable', names: `
    _ZNSt9exceptionC _ZNSt9exceptionD _ZNSt13runtime_error _ZNSt11logic_error _ZNSt16invalid_argument _ZNSt12out_of_range _ZNSt12length_error
    _ZNSt12domain_error _ZNSt11range_error _ZNSt14overflow_error _ZNSt15underflow_error _ZNSt12system_error _ZNSt9bad_alloc _ZNSt8bad_cast _ZNSt10bad_typeid
    _ZNSt13bad_exception _ZNSt20bad_array_new_length _ZNSt17bad_function_call _ZNSt12bad_weak_ptr _ZNSt18bad_variant_access _ZNSt19bad_optional_access
    _ZNKSt9exception _ZNKSt13runtime_error _ZNKSt11logic_error _ZNSt15__exception_ptr _ZNKSt15__exception_ptr _ZSt17current_exception _ZSt17rethrow_exception
    _ZSt18uncaught_exception _ZSt19uncaught_exceptions _ZNSt16nested_exception` },
  { why: 'Rust panics', noReturn: true, names: '_ZN4core9panicking _ZN5alloc5alloc18handle_alloc_error _ZN5alloc7raw_vec17capacity_overflow _ZN5alloc7raw_vec12handle_error _ZN4core6option13unwrap_failed _ZN4core6option13expect_failed _ZN4core6result13unwrap_failed _ZN4core5slice5index _ZN4core3str16slice_error_fail' },
  { why: 'counts Rust panics', names: '_ZN3std9panicking' },
  { why: 'Rust output', writes: 'reachable', names: '_ZN3std2io5stdio6_print _ZN3std2io5stdio7_eprint _ZN4core3fmt' },
];
