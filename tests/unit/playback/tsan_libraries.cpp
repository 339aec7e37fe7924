// ThreadSanitizer sees only what was built with it. libav, Qt and the sound libraries were not, so their
// locks and reference counts look like races between our threads; what happens inside them is left out of its
// reports.
#if defined(__SANITIZE_THREAD__)
#define KEYREEL_TSAN 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define KEYREEL_TSAN 1
#endif
#endif

#ifdef KEYREEL_TSAN
extern "C" const char* __tsan_default_options();
extern "C" const char* __tsan_default_options() {
    return "ignore_noninstrumented_modules=1";
}

extern "C" const char* __tsan_default_suppressions();
extern "C" const char* __tsan_default_suppressions() {
    return "race:libavutil.so\n"
           "race:libavcodec.so\n"
           "race:libavformat.so\n"
           "race:libavfilter.so\n"
           "race:libswscale.so\n"
           "race:libswresample.so\n"
           "race:libdav1d.so\n"
           // A queued call is handed over inside Qt.
           "race:libQt6Core.so\n"
           "race:QFunctorSlotObject\n";
}
#endif
