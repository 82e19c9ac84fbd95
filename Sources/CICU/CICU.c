#include <unicode/ubrk.h>
#include <unicode/ucal.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/uregex.h>
#include <unicode/utext.h>

#define HEGUI_ICU_TYPES
typedef UText ICUText;
typedef UBreakIterator ICUBreaks;
typedef UCharsetDetector ICUDetector;
typedef UCharsetMatch ICUMatch;
typedef UConverter ICUConverter;
typedef URegularExpression ICUExpression;
typedef UCalendar ICUCalendar;
typedef UErrorCode ICUStatus;
typedef UCalendarDateFields ICUCalendarField;
#include "CICU.h"

// The numbers that the header gives to Swift.
_Static_assert(sizeof(UChar) == sizeof(uint16_t), "UChar");
_Static_assert(U_ZERO_ERROR == 0 && U_INVALID_CHAR_FOUND == 10, "status");
_Static_assert(U_TRUNCATED_CHAR_FOUND == 11 && U_ILLEGAL_CHAR_FOUND == 12, "status");
_Static_assert(U_ILLEGAL_ESCAPE_SEQUENCE == 18, "status");
_Static_assert(U_REGEX_STACK_OVERFLOW == 0x10311 && U_REGEX_TIME_OUT == 0x10312, "status");
_Static_assert(UCAL_MONTH == 2 && UCAL_DAY_OF_MONTH == 5 && UCAL_IS_LEAP_MONTH == 22, "field");
_Static_assert(UBRK_DONE == -1, "breaks");

const char *hegui_u_errorName(ICUStatus code) { return u_errorName(code); }

ICUText *hegui_utext_openUTF8(const char *text, int64_t length, ICUStatus *status) {
  return utext_openUTF8(NULL, text, length, status);
}
void hegui_utext_close(ICUText *text) { utext_close(text); }

ICUBreaks *hegui_ubrk_openCharacters(ICUStatus *status) {
  return ubrk_open(UBRK_CHARACTER, "", NULL, 0, status);
}
void hegui_ubrk_setUText(ICUBreaks *breaks, ICUText *text, ICUStatus *status) {
  ubrk_setUText(breaks, text, status);
}
int32_t hegui_ubrk_next(ICUBreaks *breaks) { return ubrk_next(breaks); }
void hegui_ubrk_close(ICUBreaks *breaks) { ubrk_close(breaks); }

ICUDetector *hegui_ucsdet_open(ICUStatus *status) { return ucsdet_open(status); }
void hegui_ucsdet_close(ICUDetector *detector) { ucsdet_close(detector); }
void hegui_ucsdet_setText(ICUDetector *detector, const char *text, int32_t length,
                          ICUStatus *status) {
  ucsdet_setText(detector, text, length, status);
  ucsdet_enableInputFilter(detector, 1);
}
const ICUMatch **hegui_ucsdet_detectAll(ICUDetector *detector, int32_t *count, ICUStatus *status) {
  return ucsdet_detectAll(detector, count, status);
}
const char *hegui_ucsdet_getName(const ICUMatch *match, ICUStatus *status) {
  return ucsdet_getName(match, status);
}

ICUConverter *hegui_ucnv_openStrict(const char *name, ICUStatus *status) {
  ICUConverter *converter = ucnv_open(name, status);
  if (U_SUCCESS(*status)) {
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, status);
    ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, status);
    ucnv_setFallback(converter, 0);
  }
  return converter;
}
void hegui_ucnv_close(ICUConverter *converter) { ucnv_close(converter); }
void hegui_ucnv_toUnicode(ICUConverter *converter, uint16_t **target, const uint16_t *targetEnd,
                          const char **source, const char *sourceEnd, ICUStatus *status) {
  ucnv_toUnicode(converter, target, targetEnd, source, sourceEnd, NULL, 1, status);
}
void hegui_ucnv_fromUnicode(ICUConverter *converter, char **target, const char *targetEnd,
                            const uint16_t **source, const uint16_t *sourceEnd,
                            ICUStatus *status) {
  ucnv_fromUnicode(converter, target, targetEnd, source, sourceEnd, NULL, 1, status);
}
const char *hegui_ucnv_standardName(const char *alias, ICUStatus *status) {
  const char *name = ucnv_getStandardName(alias, "MIME", status);
  if (name == NULL) name = ucnv_getStandardName(alias, "IANA", status);
  return name;
}

ICUExpression *hegui_uregex_open(const uint16_t *pattern, int32_t length, int32_t *errorOffset,
                                 ICUStatus *status) {
  UParseError error = {0};
  ICUExpression *expression = uregex_open(pattern, length, 0, &error, status);
  *errorOffset = error.offset;
  return expression;
}
ICUExpression *hegui_uregex_clone(const ICUExpression *expression, ICUStatus *status) {
  return uregex_clone(expression, status);
}
void hegui_uregex_close(ICUExpression *expression) { uregex_close(expression); }
void hegui_uregex_setUp(ICUExpression *expression, int32_t time, int32_t stack, ICUStatus *status) {
  uregex_setTimeLimit(expression, time, status);
  uregex_setStackLimit(expression, stack, status);
  uregex_useTransparentBounds(expression, 1, status);
  uregex_useAnchoringBounds(expression, 0, status);
}
void hegui_uregex_setText(ICUExpression *expression, const uint16_t *text, int32_t length,
                          int32_t start, ICUStatus *status) {
  uregex_setText(expression, text, length, status);
  if (start > 0) uregex_setRegion(expression, start, length, status);
}
int hegui_uregex_findNext(ICUExpression *expression, ICUStatus *status) {
  return uregex_findNext(expression, status);
}
int32_t hegui_uregex_start(ICUExpression *expression, ICUStatus *status) {
  return uregex_start(expression, 0, status);
}
int32_t hegui_uregex_end(ICUExpression *expression, ICUStatus *status) {
  return uregex_end(expression, 0, status);
}

ICUCalendar *hegui_ucal_openChinese(ICUStatus *status) {
  static const UChar zone[] = {'U', 'T', 'C'};
  return ucal_open(zone, 3, "zh@calendar=chinese", UCAL_TRADITIONAL, status);
}
void hegui_ucal_close(ICUCalendar *calendar) { ucal_close(calendar); }
void hegui_ucal_setMillis(ICUCalendar *calendar, double millis, ICUStatus *status) {
  ucal_setMillis(calendar, millis, status);
}
int32_t hegui_ucal_get(ICUCalendar *calendar, ICUCalendarField field, ICUStatus *status) {
  return ucal_get(calendar, field, status);
}
