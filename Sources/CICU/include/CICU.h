// What is used of ICU, in types of its own: ICU renames its functions by macro, which Swift cannot see through,
// and its headers clash with those of Foundation's own copy of ICU.
#ifndef HEGUI_CICU_H
#define HEGUI_CICU_H
#include <stdint.h>

// In CICU.c these are ICU's own types.
#ifndef HEGUI_ICU_TYPES
typedef struct ICUText ICUText;
typedef struct ICUBreaks ICUBreaks;
typedef struct ICUDetector ICUDetector;
typedef struct ICUMatch ICUMatch;
typedef struct ICUConverter ICUConverter;
typedef struct ICUExpression ICUExpression;
typedef void *ICUCalendar;
/// ICU's error codes, as many as are told apart; warnings are negative.
typedef enum {
  ICU_WARNING = -1,
  ICU_ZERO_ERROR = 0,
  ICU_INVALID_CHAR_FOUND = 10,
  ICU_TRUNCATED_CHAR_FOUND = 11,
  ICU_ILLEGAL_CHAR_FOUND = 12,
  ICU_ILLEGAL_ESCAPE_SEQUENCE = 18,
  ICU_REGEX_STACK_OVERFLOW = 0x10311,
  ICU_REGEX_TIME_OUT = 0x10312,
} ICUStatus;
typedef enum {
  ICU_MONTH = 2,
  ICU_DAY_OF_MONTH = 5,
  ICU_IS_LEAP_MONTH = 22,
} ICUCalendarField;
#endif

/// What `hegui_ubrk_next` gives at the end.
static const int32_t ICU_BREAKS_DONE = -1;

const char *hegui_u_errorName(ICUStatus code);
ICUText *hegui_utext_openUTF8(const char *text, int64_t length, ICUStatus *status);
void hegui_utext_close(ICUText *text);
ICUBreaks *hegui_ubrk_openCharacters(ICUStatus *status);
void hegui_ubrk_setUText(ICUBreaks *breaks, ICUText *text, ICUStatus *status);
int32_t hegui_ubrk_next(ICUBreaks *breaks);
void hegui_ubrk_close(ICUBreaks *breaks);
ICUDetector *hegui_ucsdet_open(ICUStatus *status);
void hegui_ucsdet_close(ICUDetector *detector);
void hegui_ucsdet_setText(ICUDetector *detector, const char *text, int32_t length,
                          ICUStatus *status);
const ICUMatch **hegui_ucsdet_detectAll(ICUDetector *detector, int32_t *count, ICUStatus *status);
const char *hegui_ucsdet_getName(const ICUMatch *match, ICUStatus *status);
// Stops at what it cannot convert, in both directions.
ICUConverter *hegui_ucnv_openStrict(const char *name, ICUStatus *status);
void hegui_ucnv_close(ICUConverter *converter);
void hegui_ucnv_toUnicode(ICUConverter *converter, uint16_t **target, const uint16_t *targetEnd,
                          const char **source, const char *sourceEnd, ICUStatus *status);
void hegui_ucnv_fromUnicode(ICUConverter *converter, char **target, const char *targetEnd,
                            const uint16_t **source, const uint16_t *sourceEnd, ICUStatus *status);
const char *hegui_ucnv_standardName(const char *alias, ICUStatus *status);
ICUExpression *hegui_uregex_open(const uint16_t *pattern, int32_t length, int32_t *errorOffset,
                                 ICUStatus *status);
ICUExpression *hegui_uregex_clone(const ICUExpression *expression, ICUStatus *status);
void hegui_uregex_close(ICUExpression *expression);
// Look-around and anchors see the text before the place where the search starts.
void hegui_uregex_setUp(ICUExpression *expression, int32_t time, int32_t stack, ICUStatus *status);
void hegui_uregex_setText(ICUExpression *expression, const uint16_t *text, int32_t length,
                          int32_t start, ICUStatus *status);
int hegui_uregex_findNext(ICUExpression *expression, ICUStatus *status);
int32_t hegui_uregex_start(ICUExpression *expression, ICUStatus *status);
int32_t hegui_uregex_end(ICUExpression *expression, ICUStatus *status);
// In UTC, so that days are counted from midnight to midnight; the moon is ICU's own business.
ICUCalendar *hegui_ucal_openChinese(ICUStatus *status);
void hegui_ucal_close(ICUCalendar *calendar);
void hegui_ucal_setMillis(ICUCalendar *calendar, double millis, ICUStatus *status);
int32_t hegui_ucal_get(ICUCalendar *calendar, ICUCalendarField field, ICUStatus *status);

#endif
