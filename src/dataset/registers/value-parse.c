/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/registers/enum-words.h"
#include "dataset/registers/masking.h"
#include "dataset/registers/quantity-parse.h"
#include "dataset/registers/register-text.h"
#include "dataset/registers/row-parser-private.h"

/* No register of the field is older, no plan reaches further. */
#define FIRST_YEAR 1900
#define FIRST_YEAR_OF_ENTRIES 1990
#define YEARS_AHEAD 9 /* of the last year that an entry can be of */
/* A spreadsheet keeps so many digits of a number. */
#define SPREADSHEET_DIGITS 15
/* So many words of a column are remembered. */
#define MAX_WORDS 256

static gboolean
take_missing (AtlasRegisterValue *value)
{
  value->text = "";
  value->is_missing = TRUE;
  return TRUE;
}

/* 1.10101E+17: a spreadsheet has thrown digits away. */
static gboolean
is_scientific (const char *text)
{
  const char *at = text + strspn (text, "0123456789.");

  return at > text && (*at == 'E' || *at == 'e') && at[1] == '+' && at[2] != '\0' && at[2 + strspn (at + 2, "0123456789")] == '\0';
}

/* More digits than a spreadsheet keeps, the others all zeros. */
static gboolean
is_rounded (const char *digits)
{
  gsize length = strlen (digits);

  return length > SPREADSHEET_DIGITS && strspn (digits, "0123456789") == length &&
         strspn (digits + SPREADSHEET_DIGITS, "0") == length - SPREADSHEET_DIGITS;
}

/* 1001.0 is 1001. */
static const char *
drop_zero_fraction (const char *text,
                    GString    *buffer)
{
  const char *point = strchr (text, '.');

  if (point == NULL || point[1 + strspn (point + 1, "0")] != '\0')
    return text;
  g_string_assign (buffer, text);
  g_string_truncate (buffer, (gsize) (point - text));
  return buffer->str;
}

static gboolean
check_identifier (AtlasRowParser *self,
                  guint           column,
                  const char     *text,
                  gboolean        is_number)
{
  if (atlas_is_masked (text))
    return atlas_row_parser_fail (self, column, ATLAS_REJECT_MASKED_VALUE,
                                  _("“%s” is masked: write it in full"), atlas_row_parser_quote (self, text));
  if (is_scientific (text) || (is_number && is_rounded (text)))
    return atlas_row_parser_fail (self, column, ATLAS_REJECT_MASKED_VALUE,
                                  _("A spreadsheet has rounded the number “%s”: format the column as text and write it "
                                    "in full"), atlas_row_parser_quote (self, text));
  return TRUE;
}

static gboolean
parse_text (AtlasRowParser     *self,
            guint               column,
            const char         *text,
            AtlasRegisterValue *value)
{
  const AtlasSheetCell *cell = atlas_row_parser_get_cell (self, self->header->cells[column]);
  gboolean is_number = cell != NULL && cell->kind == ATLAS_CELL_NUMBER;

  if (atlas_register_text_is_missing (text))
    return take_missing (value);
  if (is_number)
    text = drop_zero_fraction (text, self->buffers[column]);
  value->text = text;
  return !self->identifiers[column] || check_identifier (self, column, text, is_number);
}

/* 张*, 张××, 张某某 */
static gboolean
is_masked_name (const char *name)
{
  return atlas_is_masked (name) || strstr (name, "×") != NULL || strstr (name, "某") != NULL ||
         g_str_has_suffix (name, "XX") || g_str_has_suffix (name, "xx") || strcmp (name, "X") == 0;
}

static gboolean
parse_person_name (AtlasRowParser     *self,
                   guint               column,
                   const char         *text,
                   AtlasRegisterValue *value)
{
  if (is_masked_name (text))
    return atlas_row_parser_fail (self, column, ATLAS_REJECT_MASKED_VALUE, _("“%s” is masked: write it in full"),
                                  atlas_row_parser_quote (self, text));
  return parse_text (self, column, text, value);
}

static gboolean
fail_enum (AtlasRowParser *self,
           guint           column,
           const char     *text)
{
  g_autofree char *list = atlas_enum_words_dup_list (self->table, column);

  return atlas_row_parser_fail (self, column, ATLAS_REJECT_UNKNOWN_ENUM,
                                /* Translators: a cell, the words that may stand there */
                                _("“%s” is none of the words known here: write one of %s"),
                                atlas_row_parser_quote (self, text), list);
}

/* A word such as 无 has a meaning in some columns; only in others it says that nothing is known. */
static gboolean
parse_enum (AtlasRowParser     *self,
            guint               column,
            const char         *text,
            AtlasRegisterValue *value)
{
  const char *id;

  if (text[0] == '\0')
    return take_missing (value);
  id = g_hash_table_lookup (self->words[column], text);
  if (id == NULL)
    {
      id = atlas_enum_words_find (self->table, column, text);
      if (id == NULL && atlas_register_text_is_missing (text))
        return take_missing (value);
      if (id == NULL)
        return fail_enum (self, column, text);
      if (g_hash_table_size (self->words[column]) < MAX_WORDS)
        g_hash_table_insert (self->words[column], g_strdup (text), (gpointer) id);
    }
  value->text = id;
  return TRUE;
}

static gboolean
check_year (AtlasRowParser *self,
            guint           column,
            int             year,
            int             first,
            int             last,
            const char     *text)
{
  if (year >= first && year <= last)
    return TRUE;
  return atlas_row_parser_fail (self, column, ATLAS_REJECT_YEAR_OUT_OF_RANGE,
                                /* Translators: a cell, the first and the last year that may stand there */
                                _("The year of “%s” is not within %d and %d"), atlas_row_parser_quote (self, text), first, last);
}

static gboolean
fail_date (AtlasRowParser  *self,
           guint            column,
           AtlasDateResult  result,
           const char      *text)
{
  const char *quote = atlas_row_parser_quote (self, text);

  if (result == ATLAS_DATE_AMBIGUOUS)
    return atlas_row_parser_fail (self, column, ATLAS_REJECT_BAD_DATE,
                                  _("“%s” is ambiguous, it can be more than one date: write it as 2023-05-01 or 2023-05"),
                                  quote);
  return atlas_row_parser_fail (self, column, ATLAS_REJECT_BAD_DATE,
                                _("“%s” is no date of the calendar: write it as 2023-05-01"), quote);
}

/* Reads TEXT into OUT, with a year that dates of the field can have. */
static gboolean
read_date (AtlasRowParser *self,
           guint           column,
           const char     *text,
           char            out[ATLAS_DATE_SIZE])
{
  AtlasDateResult result = atlas_date_parse (text, out);

  if (result != ATLAS_DATE_READ)
    return fail_date (self, column, result, text);
  return check_year (self, column, atlas_register_date_get_year (out), FIRST_YEAR, self->last_year + YEARS_AHEAD, text);
}

gboolean
atlas_value_parse_date (AtlasRowParser     *self,
                        guint               column,
                        const char         *text,
                        AtlasRegisterValue *value)
{
  if (atlas_register_text_is_missing (text))
    return take_missing (value);
  value->text = self->dates[column];
  return read_date (self, column, text, self->dates[column]);
}

/* A date, or an interval of two with ".." for an open end: 2021/.., 2013/2020. */
gboolean
atlas_value_parse_period (AtlasRowParser     *self,
                          guint               column,
                          const char         *text,
                          AtlasRegisterValue *value)
{
  const char *slash = strchr (text, '/');
  g_autofree char *start = NULL;
  char dates[2][ATLAS_DATE_SIZE] = { "..", ".." };

  if (slash == NULL || strchr (slash + 1, '/') != NULL || atlas_date_parse (text, dates[0]) == ATLAS_DATE_READ)
    return atlas_value_parse_date (self, column, text, value);
  start = g_strndup (text, slash - text);
  if ((strcmp (start, "..") != 0 && !read_date (self, column, start, dates[0])) ||
      (strcmp (slash + 1, "..") != 0 && !read_date (self, column, slash + 1, dates[1])))
    return FALSE;
  g_snprintf (self->dates[column], ATLAS_PERIOD_SIZE, "%s/%s", dates[0], dates[1]);
  value->text = self->dates[column];
  return TRUE;
}

static gboolean
fail_quantity (AtlasRowParser      *self,
               guint                column,
               AtlasQuantityResult  result,
               const char          *text)
{
  AtlasColumnKind kind = self->table->columns[column].kind;
  const char *quote = atlas_row_parser_quote (self, text);

  switch (result)
    {
    case ATLAS_QUANTITY_NEGATIVE:
      return atlas_row_parser_fail (self, column, ATLAS_REJECT_NEGATIVE_NUMBER,
                                    _("“%s” is below zero, which nothing counted here can be"), quote);
    case ATLAS_QUANTITY_AMBIGUOUS:
      return atlas_row_parser_fail (self, column, ATLAS_REJECT_NOT_A_NUMBER,
                                    _("“%s” is ambiguous, it can be more than one number: write one in digits"), quote);
    case ATLAS_QUANTITY_TOO_FINE:
      return atlas_row_parser_fail (self, column, ATLAS_REJECT_NOT_A_NUMBER,
                                    kind == ATLAS_COLUMN_MONEY   ? _("“%s” has a fraction of a fen: round it to fen")
                                    : kind == ATLAS_COLUMN_HOURS ? _("“%s” has more than two decimals: round it")
                                                                 : _("“%s” is no whole number: round it"), quote);
    case ATLAS_QUANTITY_TOO_LARGE:
      return atlas_row_parser_fail (self, column, ATLAS_REJECT_NOT_A_NUMBER,
                                    _("“%s” is too large or too fine a number: correct it"), quote);
    default:
      return atlas_row_parser_fail (self, column, ATLAS_REJECT_NOT_A_NUMBER,
                                    _("“%s” is no number that can stand here: write it in digits"), quote);
    }
}

static gboolean
parse_quantity (AtlasRowParser     *self,
                guint               column,
                const char         *text,
                AtlasRegisterValue *value)
{
  guint exponent = self->header->units[column];
  AtlasQuantityResult result;

  if (self->table->columns[column].kind == ATLAS_COLUMN_MONEY)
    result = atlas_money_parse (text, exponent, &value->number, &value->qualifier);
  else if (self->table->columns[column].kind == ATLAS_COLUMN_HOURS)
    result = atlas_hours_parse (text, exponent, &value->number, &value->qualifier);
  else
    result = atlas_quantity_parse (text, exponent, &value->number, &value->qualifier);
  if (result == ATLAS_QUANTITY_MISSING)
    return take_missing (value);
  return result == ATLAS_QUANTITY_READ || fail_quantity (self, column, result, text);
}

/* Four digits, which most are. */
static gboolean
is_plain_year (const char *text)
{
  return g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) && g_ascii_isdigit (text[2]) && g_ascii_isdigit (text[3]) &&
         text[4] == '\0';
}

/* Whether TEXT, which is a date, says which of its digits are the year. */
static gboolean
has_date_marks (const char *text)
{
  return strchr (text, '-') != NULL || strchr (text, '/') != NULL || strstr (text, "年") != NULL;
}

/* 2023年度 is 2023年. Digits alone are no date here: 45047 is not the year 2023. */
static gboolean
read_year (const char *text,
           int        *year)
{
  g_autofree char *plain = g_str_has_suffix (text, "度") ? g_strndup (text, strlen (text) - strlen ("度")) : g_strdup (text);
  char date[ATLAS_DATE_SIZE];

  if (atlas_date_parse (plain, date) != ATLAS_DATE_READ || (strlen (date) > 4 && !has_date_marks (plain)))
    return FALSE;
  *year = atlas_register_date_get_year (date);
  return TRUE;
}

static gboolean
parse_year (AtlasRowParser     *self,
            guint               column,
            const char         *text,
            AtlasRegisterValue *value)
{
  gint64 number;
  int year;

  if (atlas_register_text_is_missing (text))
    return take_missing (value);
  if (is_plain_year (text))
    year = atlas_register_date_get_year (text);
  else if (!read_year (text, &year))
    {
      if (atlas_quantity_parse (text, 0, &number, &value->qualifier) != ATLAS_QUANTITY_READ)
        return atlas_row_parser_fail (self, column, ATLAS_REJECT_NOT_A_NUMBER, _("“%s” is no year: write it as 2023"),
                                      atlas_row_parser_quote (self, text));
      year = 0;
    }
  value->number = year;
  return check_year (self, column, year, FIRST_YEAR_OF_ENTRIES, self->last_year, text);
}

/* The month of a date, if that is of the year beside it. */
static gboolean
read_month_of_date (AtlasRowParser *self,
                    const char     *text,
                    int            *month)
{
  int year_column = atlas_table_definition_find_column (self->table, "year");
  char date[ATLAS_DATE_SIZE];

  if (!has_date_marks (text) || atlas_date_parse (text, date) != ATLAS_DATE_READ || strlen (date) < 7)
    return FALSE;
  *month = atlas_register_date_get_year (date) == self->row.values[year_column].number
             ? (int) g_ascii_strtoll (date + 5, NULL, 10)
             : 0;
  return TRUE;
}

/* 5月, 5月份 are 5. */
static gboolean
read_month (AtlasRowParser *self,
            const char     *text,
            int            *month)
{
  static const char *const ends[] = { "月份", "月" };
  g_autofree char *plain = g_strdup (text);
  AtlasQualifier qualifier;
  gint64 number;

  if (read_month_of_date (self, text, month))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (plain, ends[i]))
      plain[strlen (plain) - strlen (ends[i])] = '\0';
  if (atlas_quantity_parse (g_strstrip (plain), 0, &number, &qualifier) != ATLAS_QUANTITY_READ ||
      qualifier != ATLAS_QUALIFIER_EXACT)
    return FALSE;
  *month = (int) CLAMP (number, 0, 99);
  return TRUE;
}

/* One digit or two, as most are; −1 for anything else. */
static int
read_plain_month (const char *text)
{
  if (!g_ascii_isdigit (text[0]))
    return -1;
  if (text[1] == '\0')
    return text[0] - '0';
  return g_ascii_isdigit (text[1]) && text[2] == '\0' ? (text[0] - '0') * 10 + (text[1] - '0') : -1;
}

static gboolean
parse_month (AtlasRowParser     *self,
             guint               column,
             const char         *text,
             AtlasRegisterValue *value)
{
  int month;

  if (atlas_register_text_is_missing (text))
    return take_missing (value);
  month = read_plain_month (text);
  if (month < 0 && !read_month (self, text, &month))
    return atlas_row_parser_fail (self, column, ATLAS_REJECT_NOT_A_NUMBER, _("“%s” is no month: write a number from 1 to 12"),
                                  atlas_row_parser_quote (self, text));
  value->number = month;
  if (month >= 1 && month <= 12)
    return TRUE;
  return atlas_row_parser_fail (self, column, ATLAS_REJECT_MONTH_OUT_OF_RANGE,
                                _("“%s” is no month of the year of this row: write a number from 1 to 12"),
                                atlas_row_parser_quote (self, text));
}

AtlasValueParser
atlas_value_parser_find (const AtlasTableDefinition *table,
                         guint                       column)
{
  const AtlasColumn *definition = &table->columns[column];

  switch (definition->kind)
    {
    case ATLAS_COLUMN_ENUM:
      return parse_enum;
    case ATLAS_COLUMN_DATE:
      return atlas_value_parse_date;
    case ATLAS_COLUMN_PERIOD:
      return atlas_value_parse_period;
    case ATLAS_COLUMN_QUANTITY:
    case ATLAS_COLUMN_HOURS:
    case ATLAS_COLUMN_MONEY:
      return parse_quantity;
    case ATLAS_COLUMN_COUNT:
      return strcmp (definition->name, "month") == 0 ? parse_month : parse_year;
    case ATLAS_COLUMN_NUMBER:
      return atlas_value_parse_figure;
    case ATLAS_COLUMN_DIMENSIONS:
      return atlas_value_parse_dimensions;
    case ATLAS_COLUMN_PLACE:
      return atlas_value_parse_place;
    default:
      if (strcmp (definition->name, "region_code") == 0)
        return atlas_value_parse_place;
      return strcmp (table->name, "personnel") == 0 && column == ATLAS_PERSON_NAME ? parse_person_name : parse_text;
    }
}
