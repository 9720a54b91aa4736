/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "country.h"
#include "date.h"
#include "options.h"
#include "vocabulary.h"

/* Writes the rows of one register as the options say: as one file or one for each province, as CSV or as workbooks,
 * in Chinese or English, tidy or not. The cells of a row are put in the order of the form's columns. */
typedef struct _RegisterWriter RegisterWriter;

/* What it is given must outlive it. */
RegisterWriter *register_writer_new    (const RegisterForm *form, const Country *country,
                                        const GeneratorOptions *options) G_GNUC_WARN_UNUSED_RESULT;
/* Whose rows come next; provinces come in order. A province without rows gets no file. */
void            register_writer_set_province (RegisterWriter *self, guint province);

void            register_writer_put_text     (RegisterWriter *self, const char *text);
void            register_writer_put_division (RegisterWriter *self, const Division *division);
void            register_writer_put_term     (RegisterWriter *self, const Term *term);
/* A number that names something: a year, a serial number. */
void            register_writer_put_number   (RegisterWriter *self, guint number);
/* A number that counts something, of which there is a total. */
void            register_writer_put_count    (RegisterWriter *self, guint count);
void            register_writer_put_money    (RegisterWriter *self, guint64 fen);
/* 0 for none. */
void            register_writer_put_date     (RegisterWriter *self, Date date);
void            register_writer_put_nothing  (RegisterWriter *self);
void            register_writer_end_row      (RegisterWriter *self);

guint           register_writer_get_n_rows   (RegisterWriter *self);
/* Frees SELF, and says what went wrong in all the time. */
gboolean        register_writer_close        (RegisterWriter *self, GError **error);
