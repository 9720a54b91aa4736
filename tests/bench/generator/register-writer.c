/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "register-writer.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "output-file.h"
#include "untidy.h"

#define MAX_COLUMNS 16

typedef enum {
  SUM_NONE,
  SUM_OF_COUNTS,
  SUM_OF_MONEY,
} SumKind;

struct _RegisterWriter {
  const RegisterForm *form;
  const Country *country;
  const GeneratorOptions *options;
  gboolean in_wan;   /* money is in 万元 */
  gboolean indented; /* an empty column comes first */
  Random random;
  guint province;
  OutputFile *file; /* NULL before the first row */
  guint column;
  guint n_rows_in_sheet;
  guint n_sheets;
  guint n_rows;
  SumKind sum_kinds[MAX_COLUMNS];
  guint64 sums[MAX_COLUMNS];
  GError *error; /* the first */
};

RegisterWriter *
register_writer_new (const RegisterForm     *form,
                     const Country          *country,
                     const GeneratorOptions *options)
{
  RegisterWriter *self = g_new0 (RegisterWriter, 1);

  self->form = form;
  self->country = country;
  self->options = options;
  self->in_wan = options->untidy;
  self->indented = options->untidy && form == &vocabulary_services;
  random_start (&self->random, options->seed, "untidy", form->id);
  return self;
}

/* NUMBER with the point before its last N_DECIMALS digits, and without zeros at the end. */
static void
format_decimal (guint64 number,
                guint   n_decimals,
                char    buffer[UNTIDY_SIZE])
{
  guint64 unit = 1;

  while (n_decimals > 0 && number % 10 == 0)
    {
      number /= 10;
      n_decimals--;
    }
  for (guint i = 0; i < n_decimals; i++)
    unit *= 10;
  if (n_decimals == 0)
    g_snprintf (buffer, UNTIDY_SIZE, "%" G_GUINT64_FORMAT, number);
  else
    g_snprintf (buffer, UNTIDY_SIZE, "%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, number / unit, n_decimals,
                number % unit);
}

static const char *
get_word (RegisterWriter *self,
          const Term     *term)
{
  return self->options->english ? term->id : term->zh;
}

static const char *
get_sheet_name (RegisterWriter *self)
{
  return self->options->english ? self->form->id : self->form->zh;
}

/* A row with TEXT in COLUMN and nothing else. */
static void
put_line (RegisterWriter *self,
          const char     *text,
          guint           column)
{
  for (guint i = 0; i < self->form->n_columns + self->indented; i++)
    self->file->class->put_text (self->file, i == column ? text : "");
  self->file->class->end_row (self->file);
}

static void
put_title (RegisterWriter *self)
{
  const Division *province = self->country->provinces->pdata[self->province];
  g_autofree char *title = g_strdup_printf ("%u年%s%s登记表", self->options->year,
                                            self->options->split ? province->name : "全国", self->form->zh);

  self->file->class->put_title (self->file, title, self->form->n_columns + self->indented);
  self->file->class->end_row (self->file);
}

/* What stands above the rows of every sheet. */
static void
put_top (RegisterWriter *self)
{
  gboolean has_money = self->in_wan && self->form == &vocabulary_funding;

  if (self->options->untidy)
    put_title (self);
  if (has_money)
    put_line (self, "单位：万元", self->form->n_columns - 1);
  if (self->indented)
    self->file->class->put_text (self->file, "");
  for (guint i = 0; i < self->form->n_columns; i++)
    {
      const Term *column = &self->form->columns[i];
      gboolean is_money = has_money && strcmp (column->id, "amount_yuan") == 0;

      self->file->class->put_text (self->file, is_money ? "金额（万元）" : get_word (self, column));
    }
  self->file->class->end_row (self->file);
}

static void
put_sum (RegisterWriter *self,
         guint           column)
{
  char buffer[UNTIDY_SIZE];

  if (self->sum_kinds[column] == SUM_NONE)
    {
      self->file->class->put_text (self->file, column == 0 ? "合计" : "");
      return;
    }
  format_decimal (self->sums[column], self->sum_kinds[column] == SUM_OF_MONEY ? 6 : 0, buffer);
  self->file->class->put_number (self->file, buffer);
}

/* What stands below the rows of an untidy file. */
static void
put_bottom (RegisterWriter *self)
{
  g_autofree char *note = g_strdup_printf ("注：统计时点为%u年12月31日。", self->options->year);

  if (self->indented)
    self->file->class->put_text (self->file, "");
  for (guint i = 0; i < self->form->n_columns; i++)
    put_sum (self, i);
  self->file->class->end_row (self->file);
  put_line (self, note, self->indented);
}

static void
close_file (RegisterWriter *self)
{
  if (self->file == NULL)
    return;
  if (self->options->untidy)
    put_bottom (self);
  memset (self->sums, 0, sizeof self->sums);
  self->file->class->close (self->file, self->error == NULL ? &self->error : NULL);
  self->file = NULL;
}

void
register_writer_set_province (RegisterWriter *self,
                              guint           province)
{
  if (self->options->split && province != self->province)
    close_file (self);
  self->province = province;
}

/* The path of the file of the province, in a folder that is there. */
static char *
make_path (RegisterWriter *self)
{
  const Division *province = self->country->provinces->pdata[self->province];
  g_autofree char *name = g_strconcat (self->form->id, self->options->xlsx ? ".xlsx" : ".csv", NULL);
  g_autofree char *folder = self->options->split
                                ? g_build_filename (self->options->out_dir, province->code, NULL)
                                : g_strdup (self->options->out_dir);

  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      g_set_error (&self->error, G_FILE_ERROR, g_file_error_from_errno (errno), "“%s” cannot be made: %s", folder,
                   g_strerror (errno));
      return NULL;
    }
  return g_build_filename (folder, name, NULL);
}

static void
open_file (RegisterWriter *self)
{
  const char *encoding = self->options->untidy && self->form == &vocabulary_funding ? "GB18030" : "UTF-8";
  g_autofree char *path = make_path (self);

  if (path == NULL)
    return;
  self->file = self->options->xlsx
                   ? xlsx_output_new (path, get_sheet_name (self), DATE_YEAR_END (self->options->year), &self->error)
                   : csv_output_new (path, encoding, self->options->untidy, &self->error);
  self->n_sheets = 1;
  self->n_rows_in_sheet = 0;
  if (self->file != NULL)
    put_top (self);
}

static void
begin_sheet (RegisterWriter *self)
{
  g_autofree char *name = g_strdup_printf ("%s %u", get_sheet_name (self), ++self->n_sheets);

  self->file->class->begin_sheet (self->file, name);
  self->n_rows_in_sheet = 0;
  put_top (self);
}

/* FALSE where nothing can be written any more. */
static gboolean
begin_cell (RegisterWriter *self)
{
  if (self->error == NULL && self->file == NULL)
    open_file (self);
  if (self->error != NULL)
    return FALSE;
  if (self->column++ == 0)
    {
      guint max_rows = self->file->class->max_rows;

      if (max_rows > 0 && self->n_rows_in_sheet == max_rows)
        begin_sheet (self);
      if (self->indented)
        self->file->class->put_text (self->file, "");
    }
  return TRUE;
}

void
register_writer_put_text (RegisterWriter *self,
                          const char     *text)
{
  if (begin_cell (self))
    self->file->class->put_text (self->file, text);
}

void
register_writer_put_nothing (RegisterWriter *self)
{
  const char *mark = self->options->untidy ? untidy_missing (&self->random) : NULL;

  register_writer_put_text (self, mark != NULL ? mark : "");
}

void
register_writer_put_term (RegisterWriter *self,
                          const Term     *term)
{
  register_writer_put_text (self, get_word (self, term));
}

/* The code, or the name, or twelve digits. Shorter codes than a county's end in zeros anyway. */
void
register_writer_put_division (RegisterWriter *self,
                              const Division *division)
{
  char buffer[UNTIDY_SIZE];
  const char *text = NULL;

  if (self->options->untidy && division->is_named_once && random_chance (&self->random, 10))
    text = division->name;
  else if (self->options->untidy && division->level >= ATLAS_REGION_LEVEL_COUNTY)
    text = untidy_code (&self->random, division->code, buffer);
  register_writer_put_text (self, text != NULL ? text : division->code);
}

void
register_writer_put_number (RegisterWriter *self,
                            guint           number)
{
  char buffer[UNTIDY_SIZE];

  format_decimal (number, 0, buffer);
  if (begin_cell (self))
    self->file->class->put_number (self->file, buffer);
}

/* FORM: (nullable): an untidy form of DIGITS. */
static void
put_digits (RegisterWriter *self,
            const char     *digits,
            const char     *form)
{
  if (!begin_cell (self))
    return;
  if (form != NULL)
    self->file->class->put_text (self->file, form);
  else
    self->file->class->put_number (self->file, digits);
}

static void
add_to_sum (RegisterWriter *self,
            SumKind         kind,
            guint64         amount)
{
  self->sum_kinds[self->column] = kind;
  self->sums[self->column] += amount;
}

void
register_writer_put_count (RegisterWriter *self,
                           guint           count)
{
  char digits[UNTIDY_SIZE], buffer[UNTIDY_SIZE];

  format_decimal (count, 0, digits);
  add_to_sum (self, SUM_OF_COUNTS, count);
  put_digits (self, digits, self->options->untidy ? untidy_number (&self->random, digits, buffer) : NULL);
}

void
register_writer_put_money (RegisterWriter *self,
                           guint64         fen)
{
  char digits[UNTIDY_SIZE], buffer[UNTIDY_SIZE];

  format_decimal (fen, self->in_wan ? 6 : 2, digits);
  add_to_sum (self, SUM_OF_MONEY, fen);
  put_digits (self, digits, self->in_wan ? untidy_money (&self->random, digits, buffer) : NULL);
}

void
register_writer_put_date (RegisterWriter *self,
                          Date            date)
{
  char buffer[UNTIDY_SIZE];
  const char *form = NULL;

  if (date == 0)
    {
      register_writer_put_nothing (self);
      return;
    }
  if (self->options->untidy)
    form = untidy_date (&self->random, date, buffer);
  if (form != NULL)
    register_writer_put_text (self, form);
  else if (begin_cell (self))
    self->file->class->put_date (self->file, date);
}

void
register_writer_end_row (RegisterWriter *self)
{
  if (self->file != NULL)
    self->file->class->end_row (self->file);
  self->column = 0;
  self->n_rows_in_sheet++;
  self->n_rows++;
}

guint
register_writer_get_n_rows (RegisterWriter *self)
{
  return self->n_rows;
}

gboolean
register_writer_close (RegisterWriter *self,
                       GError        **error)
{
  gboolean success;

  close_file (self);
  success = self->error == NULL;
  if (!success)
    g_propagate_error (error, self->error);
  g_free (self);
  return success;
}
