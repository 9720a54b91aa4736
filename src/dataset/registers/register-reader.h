/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/register-error.h"
#include "dataset/registers/register-row.h"
#include "dataset/sheets/sheet.h"

G_BEGIN_DECLS

/**
 * AtlasRegisterReaderFuncs:
 * @row: a row that is understood; both borrowed until it returns. It returns %FALSE to stop, with @error set where that
 *   is a failure
 * @reject: a row that is not (transfer full)
 *
 * Called in the order of the sheet. Of a row for the dataset, counted_from and as_of are left 0 and "", and the region of a
 * service record, that of its station, is %NULL.
 *
 * What a table of published figures or of sources need not say is filled in: the qualifier from the number, the status
 * "A", printed with the value as it stands; the kind "secondary", which outranks no other. A figure_id may be missing, and
 * its date, which its document may say. Whether sources, indicators, units and stations that a row refers to exist is
 * left to who keeps them.
 */
typedef struct {
  gboolean (*row)    (const AtlasRegisterRow *row, const AtlasSheetRow *raw, gpointer user_data, GError **error);
  void     (*reject) (AtlasRejection *rejection, gpointer user_data);
} AtlasRegisterReaderFuncs;

/* Understands a sheet as rows of a register, or of published figures or sources: finds the header, passes over what is no
 * data, and judges each row by itself. */
typedef struct _AtlasRegisterReader AtlasRegisterReader;

/* Looks at the head of SHEET only. TABLE (nullable): as the headers say. COLUMNS (nullable), with TABLE: for each column
 * of it the cell it is in, from 0, or −1, as chosen by the user, instead of the headers. WORKBOOK has to stay. Fails with
 * an #AtlasRegisterError, and as atlas_workbook_read_sheet() does. */
AtlasRegisterReader        *atlas_register_reader_new             (AtlasWorkbook *workbook, guint sheet,
                                                                   const AtlasTableDefinition *table,
                                                                   const int *columns, AtlasRegionTree *regions,
                                                                   GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
void                        atlas_register_reader_free            (AtlasRegisterReader *self);

const AtlasTableDefinition *atlas_register_reader_get_table       (AtlasRegisterReader *self);
/* (array zero-terminated=1): the cells of the header as they stand, those of two rows joined; borrowed. */
const char *const          *atlas_register_reader_get_header      (AtlasRegisterReader *self);
/* Where the header stands, its last row; 0 where the user chose the columns and there is none. */
guint                       atlas_register_reader_get_header_line (AtlasRegisterReader *self);
/* In which cell COLUMN of the table stands, from 0, or −1. */
int                         atlas_register_reader_get_cell        (AtlasRegisterReader *self, guint column);

/* Reads all rows. Fails with NO_ROWS where there are none but the header, with UNIT_UNKNOWN where the unit changes on the
 * way, with what FUNCS set, and as atlas_workbook_read_sheet() does. */
gboolean                    atlas_register_reader_run             (AtlasRegisterReader *self,
                                                                   const AtlasRegisterReaderFuncs *funcs,
                                                                   gpointer user_data, GCancellable *cancellable,
                                                                   GError **error);
/* For the row function: rejects the row it is called with for what it is beside others. COLUMN of the table, or −1 where
 * the whole row is meant. */
AtlasRejection             *atlas_register_reader_reject          (AtlasRegisterReader *self, int column,
                                                                   AtlasRejectCode code, const char *reason)
  G_GNUC_WARN_UNUSED_RESULT;
/* How many rows below the header were no data: totals, notes, headers repeated on each page or in another
 * language. Hidden rows are rows as others are. */
guint                       atlas_register_reader_get_n_skipped   (AtlasRegisterReader *self);
/* (array zero-terminated=1): sentences about what was passed over or decided, complete after the run; borrowed. */
const char *const          *atlas_register_reader_get_notices     (AtlasRegisterReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRegisterReader, atlas_register_reader_free)

G_END_DECLS
