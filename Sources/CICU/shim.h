// ICU renames its functions by macro, which Swift cannot see through: each one used is wrapped here.
#ifndef HEGUI_CICU_SHIM_H
#define HEGUI_CICU_SHIM_H
#include <unicode/ubrk.h>
#include <unicode/ucal.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/uregex.h>
#include <unicode/utext.h>

static inline const char *hegui_u_errorName(UErrorCode code) { return u_errorName(code); }

static inline UText *hegui_utext_openUTF8(const char *text, int64_t length, UErrorCode *status) {
  return utext_openUTF8(NULL, text, length, status);
}
static inline void hegui_utext_close(UText *text) { utext_close(text); }

static inline UBreakIterator *hegui_ubrk_openCharacters(UErrorCode *status) {
  return ubrk_open(UBRK_CHARACTER, "", NULL, 0, status);
}
static inline void hegui_ubrk_setUText(UBreakIterator *breaks, UText *text, UErrorCode *status) {
  ubrk_setUText(breaks, text, status);
}
static inline int32_t hegui_ubrk_next(UBreakIterator *breaks) { return ubrk_next(breaks); }
static inline void hegui_ubrk_close(UBreakIterator *breaks) { ubrk_close(breaks); }

static inline UCharsetDetector *hegui_ucsdet_open(UErrorCode *status) { return ucsdet_open(status); }
static inline void hegui_ucsdet_close(UCharsetDetector *detector) { ucsdet_close(detector); }
static inline void hegui_ucsdet_setText(UCharsetDetector *detector, const char *text, int32_t length,
                                        UErrorCode *status) {
  ucsdet_setText(detector, text, length, status);
  ucsdet_enableInputFilter(detector, 1);
}
static inline const UCharsetMatch **hegui_ucsdet_detectAll(UCharsetDetector *detector, int32_t *count,
                                                           UErrorCode *status) {
  return ucsdet_detectAll(detector, count, status);
}
static inline const char *hegui_ucsdet_getName(const UCharsetMatch *match, UErrorCode *status) {
  return ucsdet_getName(match, status);
}
static inline int32_t hegui_ucsdet_getConfidence(const UCharsetMatch *match, UErrorCode *status) {
  return ucsdet_getConfidence(match, status);
}

// Stops at what it cannot convert, in both directions.
static inline UConverter *hegui_ucnv_openStrict(const char *name, UErrorCode *status) {
  UConverter *converter = ucnv_open(name, status);
  if (U_SUCCESS(*status)) {
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, status);
    ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, status);
    ucnv_setFallback(converter, 0);
  }
  return converter;
}
static inline void hegui_ucnv_close(UConverter *converter) { ucnv_close(converter); }
static inline void hegui_ucnv_toUnicode(UConverter *converter, UChar **target, const UChar *targetEnd,
                                        const char **source, const char *sourceEnd,
                                        UErrorCode *status) {
  ucnv_toUnicode(converter, target, targetEnd, source, sourceEnd, NULL, 1, status);
}
static inline void hegui_ucnv_fromUnicode(UConverter *converter, char **target, const char *targetEnd,
                                          const UChar **source, const UChar *sourceEnd,
                                          UErrorCode *status) {
  ucnv_fromUnicode(converter, target, targetEnd, source, sourceEnd, NULL, 1, status);
}
static inline const char *hegui_ucnv_standardName(const char *alias, UErrorCode *status) {
  const char *name = ucnv_getStandardName(alias, "MIME", status);
  if (name == NULL) name = ucnv_getStandardName(alias, "IANA", status);
  return name;
}

static inline URegularExpression *hegui_uregex_open(const UChar *pattern, int32_t length,
                                                    uint32_t flags, UParseError *error,
                                                    UErrorCode *status) {
  return uregex_open(pattern, length, flags, error, status);
}
static inline URegularExpression *hegui_uregex_clone(const URegularExpression *expression,
                                                     UErrorCode *status) {
  return uregex_clone(expression, status);
}
static inline void hegui_uregex_close(URegularExpression *expression) { uregex_close(expression); }
// Look-around and anchors see the text before the place where the search starts.
static inline void hegui_uregex_setUp(URegularExpression *expression, int32_t time, int32_t stack,
                                      UErrorCode *status) {
  uregex_setTimeLimit(expression, time, status);
  uregex_setStackLimit(expression, stack, status);
  uregex_useTransparentBounds(expression, 1, status);
  uregex_useAnchoringBounds(expression, 0, status);
}
static inline void hegui_uregex_setText(URegularExpression *expression, const UChar *text,
                                        int32_t length, int32_t start, UErrorCode *status) {
  uregex_setText(expression, text, length, status);
  if (start > 0) uregex_setRegion(expression, start, length, status);
}
static inline int hegui_uregex_findNext(URegularExpression *expression, UErrorCode *status) {
  return uregex_findNext(expression, status);
}
static inline int32_t hegui_uregex_start(URegularExpression *expression, UErrorCode *status) {
  return uregex_start(expression, 0, status);
}
static inline int32_t hegui_uregex_end(URegularExpression *expression, UErrorCode *status) {
  return uregex_end(expression, 0, status);
}

// In UTC, so that days are counted from midnight to midnight; the moon is ICU's own business.
static inline UCalendar *hegui_ucal_openChinese(UErrorCode *status) {
  static const UChar zone[] = {'U', 'T', 'C'};
  return ucal_open(zone, 3, "zh@calendar=chinese", UCAL_TRADITIONAL, status);
}
static inline void hegui_ucal_close(UCalendar *calendar) { ucal_close(calendar); }
static inline void hegui_ucal_setMillis(UCalendar *calendar, double millis, UErrorCode *status) {
  ucal_setMillis(calendar, millis, status);
}
static inline int32_t hegui_ucal_get(UCalendar *calendar, UCalendarDateFields field,
                                     UErrorCode *status) {
  return ucal_get(calendar, field, status);
}

#endif
