/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/import-progress.h"

#include <string.h>

/* Reading takes so much of the time; the rest is making indices and putting all on the disk. */
#define READING 0.9
#define ROWS_BETWEEN_CALLS 256
/* Of so many rows one is measured for all. */
#define ROWS_MEASURED_AS_ONE 16
#define USEC_BETWEEN_CALLS 50000

/* So much of a workbook's size, which is packed, one byte of its cells takes. */
#define WORKBOOK_FACTOR 0.4

struct _AtlasImportProgress {
  AtlasProgressFunc func;
  gpointer user_data;
  GPtrArray *planned;
  double total;
  double done;   /* inputs that are through */
  double weight; /* of the input being read */
  double factor; /* of a byte in its cells */
  double read;
  guint n_rows;
  gint64 last_call;
};

/* The sheets of a file share its size. */
static double
get_weight (AtlasImportProgress     *self,
            const AtlasPlannedInput *planned)
{
  guint n_sheets = 0;

  for (guint i = 0; i < self->planned->len; i++)
    n_sheets += ((AtlasPlannedInput *) g_ptr_array_index (self->planned, i))->file == planned->file;
  return (double) (planned->file->size + 1) / n_sheets;
}

AtlasImportProgress *
atlas_import_progress_new (AtlasProgressFunc  func,
                           gpointer           user_data,
                           GPtrArray         *planned)
{
  AtlasImportProgress *self = g_new0 (AtlasImportProgress, 1);

  self->func = func;
  self->user_data = user_data;
  self->planned = g_ptr_array_ref (planned);
  for (guint i = 0; i < planned->len; i++)
    self->total += get_weight (self, g_ptr_array_index (planned, i));
  return self;
}

void
atlas_import_progress_free (AtlasImportProgress *self)
{
  g_ptr_array_unref (self->planned);
  g_free (self);
}

static void
call (AtlasImportProgress *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->func == NULL || self->total <= 0 || now < self->last_call + USEC_BETWEEN_CALLS)
    return;
  self->last_call = now;
  self->func (READING * (self->done + MIN (self->read * self->factor, self->weight)) / self->total, self->user_data);
}

void
atlas_import_progress_start (AtlasImportProgress *self)
{
  self->done = 0;
}

void
atlas_import_progress_begin (AtlasImportProgress     *self,
                             const AtlasPlannedInput *planned)
{
  self->weight = get_weight (self, planned);
  self->factor = planned->input->encoding != NULL ? 1 : WORKBOOK_FACTOR;
  self->read = 0;
}

void
atlas_import_progress_row (AtlasImportProgress *self,
                           const AtlasSheetRow *row)
{
  if (self->func == NULL || ++self->n_rows % ROWS_MEASURED_AS_ONE != 0)
    return;
  for (guint i = 0; i < row->n_cells; i++)
    self->read += ROWS_MEASURED_AS_ONE * ((double) strlen (row->cells[i].text) + 1);
  if (self->n_rows % ROWS_BETWEEN_CALLS == 0)
    call (self);
}

void
atlas_import_progress_end (AtlasImportProgress *self)
{
  self->done += self->weight;
  self->weight = self->read = 0;
  call (self);
}
