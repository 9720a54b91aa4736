/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/register-cursor.h"
#include "dataset/registers/rollup.h"

G_BEGIN_DECLS

/* Writes rows of files into their table: new ones, and new versions of what is there, with the earlier ones kept. Lives
 * inside the caller's transaction, for one import. */
typedef struct _AtlasRegisterWriter AtlasRegisterWriter;

typedef enum {
  ATLAS_JUDGEMENT_NEW,
  ATLAS_JUDGEMENT_CHANGED,
  ATLAS_JUDGEMENT_SAME,      /* it stands in the dataset as it is */
  ATLAS_JUDGEMENT_DUPLICATE, /* its key was met earlier in the same input */
  ATLAS_JUDGEMENT_CONFLICT,  /* its id belongs to another county */
} AtlasJudgement;

AtlasRegisterWriter  *atlas_register_writer_new  (sqlite3 *db, const AtlasTableDefinition *table, AtlasRegionTree *regions,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Where the writer was not finished the transaction has to be rolled back. */
void                  atlas_register_writer_free (AtlasRegisterWriter *self);

/* To be called before the rows of each input. NOT_SAID: bits of columns that the input does not have; of them a row that is
 * there already keeps what it says. */
void                  atlas_register_writer_begin_input (AtlasRegisterWriter *self, guint64 not_said);

/* Compares ROW, whose region, counted_from and as_of are set, with what is there. Completes ROW with what is taken over
 * from the version before; both are to go to atlas_register_writer_write() unless they are the same. MOVES: the id of
 * another county may move. */
gboolean              atlas_register_writer_judge (AtlasRegisterWriter *self, AtlasRegisterRow *row, gboolean moves,
                                                   AtlasJudgement *out, GError **error);
/* (nullable): what stands in the dataset with the key of the row judged last. */
const AtlasStoredRow *atlas_register_writer_get_held (AtlasRegisterWriter *self);
/* Where a DUPLICATE was met before. */
guint                 atlas_register_writer_get_earlier_line (AtlasRegisterWriter *self);
/* Lets go of the row judged last, before the transaction is begun anew: it has to be judged again. */
void                  atlas_register_writer_reset (AtlasRegisterWriter *self);

/* Writes ROW, which was judged last, as NEW or CHANGED. What changes by it is counted in ROLLUP (nullable). */
gboolean              atlas_register_writer_write (AtlasRegisterWriter *self, AtlasRegisterRow *row, gint64 import_id,
                                                   AtlasRollup *rollup, GError **error);
/* Makes the indices that were dropped. */
gboolean              atlas_register_writer_finish (AtlasRegisterWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRegisterWriter, atlas_register_writer_free)

G_END_DECLS
