/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/ods-cell.h"

#include <string.h>

#include "dataset/sheets/shortest-number.h"

void
atlas_ods_cell_init (AtlasOdsCell *self)
{
  *self = (AtlasOdsCell) { .value = g_string_new (NULL), .result = g_string_new (NULL) };
}

void
atlas_ods_cell_finish (AtlasOdsCell *self)
{
  g_string_free (self->value, TRUE);
  g_string_free (self->result, TRUE);
}

guint
atlas_ods_parse_count (const char *text)
{
  guint64 count = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 1;

  return CLAMP (count, 1, G_MAXUINT);
}

/* The attribute that holds the value of a cell of TYPE. */
static AtlasOdsName
parse_type (const char *type)
{
  static const struct {
    const char *type;
    AtlasOdsName name;
  } types[] = {
    { "string", ATLAS_ODS_STRING_VALUE },
    { "float", ATLAS_ODS_VALUE },
    { "percentage", ATLAS_ODS_VALUE },
    { "currency", ATLAS_ODS_VALUE },
    { "date", ATLAS_ODS_DATE_VALUE },
    { "time", ATLAS_ODS_TIME_VALUE },
    { "boolean", ATLAS_ODS_BOOLEAN_VALUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (type, types[i].type) == 0)
      return types[i].name;
  return ATLAS_ODS_OTHER;
}

static void
take_attribute (AtlasOdsCell *self,
                AtlasOdsName  name,
                const char   *value)
{
  if (name == ATLAS_ODS_COLUMNS_REPEATED)
    self->n_columns = atlas_ods_parse_count (value);
  else if (name == ATLAS_ODS_ROWS_SPANNED)
    self->spanned_rows = atlas_ods_parse_count (value);
  else if (name == ATLAS_ODS_COLUMNS_SPANNED)
    self->spanned_columns = atlas_ods_parse_count (value);
  else if (name == ATLAS_ODS_VALUE_TYPE)
    self->type = parse_type (value);
  else if (name == ATLAS_ODS_CALC_VALUE_TYPE)
    self->is_error = strcmp (value, "error") == 0;
  else if (name == ATLAS_ODS_FORMULA)
    self->has_formula = TRUE;
}

void
atlas_ods_cell_begin (AtlasOdsCell  *self,
                      gboolean       is_covered,
                      AtlasOdsNames *names,
                      const char   **attributes)
{
  const char *value;

  *self = (AtlasOdsCell) { .n_columns = 1, .spanned_rows = 1, .spanned_columns = 1, .is_covered = is_covered,
                           .value = self->value, .result = self->result };
  for (const char **at = attributes; *at != NULL; at += 2)
    take_attribute (self, atlas_ods_names_attribute (names, at[0]), at[1]);
  value = self->type != ATLAS_ODS_OTHER ? atlas_ods_names_find (names, attributes, self->type) : NULL;
  self->has_value = value != NULL;
  g_string_assign (self->value, value != NULL ? value : "");
}

/* Two digits, or −1. */
static int
parse_two (const char *text)
{
  return g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) ? (text[0] - '0') * 10 + (text[1] - '0') : -1;
}

static gboolean
is_date (const char *text)
{
  int century = parse_two (text), year, month, day;

  if (century < 0 || (year = parse_two (text + 2)) < 0 || text[4] != '-' || (month = parse_two (text + 5)) < 0 ||
      text[7] != '-' || (day = parse_two (text + 8)) < 0)
    return FALSE;
  return g_date_valid_dmy (day, month, century * 100 + year);
}

/* The length of "T08:30:00" at TEXT, 0 for none. */
static gsize
match_time (const char *text)
{
  int hour, minute, second;

  if (text[0] != 'T' || (hour = parse_two (text + 1)) < 0 || text[3] != ':' || (minute = parse_two (text + 4)) < 0 ||
      text[6] != ':' || (second = parse_two (text + 7)) < 0)
    return 0;
  return hour < 24 && minute < 60 && second < 60 ? strlen ("T00:00:00") : 0;
}

/* Whether nothing follows but what is passed over: a fraction of a second, and a time zone, which no sheet has. */
static gboolean
is_end_of_date (const char *text)
{
  if (text[0] == '.' && g_ascii_isdigit (text[1]))
    text += 1 + strspn (text + 1, "0123456789");
  if (text[0] == 'Z')
    return text[1] == '\0';
  if ((text[0] == '+' || text[0] == '-') && parse_two (text + 1) >= 0 && text[3] == ':' && parse_two (text + 4) >= 0)
    return text[6] == '\0';
  return text[0] == '\0';
}

static gboolean
append_date (const char *text,
             GString    *out)
{
  const gsize date = strlen ("2023-05-01");
  gsize time;

  if (!is_date (text))
    return FALSE;
  time = match_time (text + date);
  if (!is_end_of_date (text + date + time))
    return FALSE;
  g_string_append_len (out, text, date);
  if (time > 0 && !g_str_has_prefix (text + date, "T00:00:00"))
    g_string_append_len (out, text + date, time);
  return TRUE;
}

static gboolean
append_boolean (const char *text,
                GString    *out)
{
  gboolean is_true = strcmp (text, "true") == 0 || strcmp (text, "1") == 0;

  if (!is_true && strcmp (text, "false") != 0 && strcmp (text, "0") != 0)
    return FALSE;
  g_string_append_c (out, is_true ? '1' : '0');
  return TRUE;
}

/* Whether TEXT is PREFIX and a number. */
static gboolean
is_numbered (const char *text,
             const char *prefix)
{
  gsize length = strlen (prefix);

  return g_str_has_prefix (text, prefix) && text[length] != '\0' &&
         text[length + strspn (text + length, "0123456789")] == '\0';
}

/* Not every program marks what a formula failed with. The last is what “Err:502” becomes in Chinese. */
static gboolean
looks_like_error (const char *shown)
{
  static const char *const names[] = { "#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!", NULL };

  return g_strv_contains (names, shown) || is_numbered (shown, "Err:") || is_numbered (shown, "错误:");
}

/* Returns: EMPTY where the value is none of its type, or there is no type */
static AtlasCellKind
convert (AtlasOdsCell *self)
{
  g_string_truncate (self->result, 0);
  if (self->type == ATLAS_ODS_VALUE && atlas_shortest_number (self->value->str, self->result))
    return ATLAS_CELL_NUMBER;
  if (self->type == ATLAS_ODS_DATE_VALUE && append_date (self->value->str, self->result))
    return ATLAS_CELL_DATE;
  if (self->type == ATLAS_ODS_BOOLEAN_VALUE && append_boolean (self->value->str, self->result))
    return ATLAS_CELL_BOOLEAN;
  return ATLAS_CELL_EMPTY;
}

AtlasCellKind
atlas_ods_cell_get (AtlasOdsCell  *self,
                    const char    *shown,
                    const char   **text)
{
  AtlasCellKind kind;

  *text = shown;
  if (self->is_error && shown[0] == '\0')
    *text = "#N/A";
  if (self->is_error || (self->has_formula && looks_like_error (shown)))
    return ATLAS_CELL_ERROR;
  kind = convert (self);
  if (kind != ATLAS_CELL_EMPTY)
    *text = self->result->str;
  else if (self->has_value && (self->type == ATLAS_ODS_STRING_VALUE || shown[0] == '\0'))
    *text = self->value->str;
  return kind != ATLAS_CELL_EMPTY || **text == '\0' ? kind : ATLAS_CELL_TEXT;
}
