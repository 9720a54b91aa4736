/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

#include "dataset/dataset-error.h"
#include "dataset/figure.h"
#include "dataset/indicator.h"
#include "dataset/programme.h"
#include "dataset/region-tree.h"

G_BEGIN_DECLS

/* One open dataset file. Used from the thread that opened it; what it hands out is immutable and may go anywhere. */
#define ATLAS_TYPE_DATASET (atlas_dataset_get_type ())
G_DECLARE_FINAL_TYPE (AtlasDataset, atlas_dataset, ATLAS, DATASET, GObject)

typedef enum {
  ATLAS_DATASET_READ_ONLY,
  ATLAS_DATASET_READ_WRITE, /* falls back to read-only where the file or folder cannot be written */
} AtlasDatasetMode;

/* Builds PATH from the CSV files in CSV_DIR (regions, sources, indicators, dimensions, units, denominators,
 * programmes and, if WITH_FIGURES, figures), beside it and renamed into place. Refuses to replace an existing file. */
gboolean         atlas_dataset_create (const char *path, const char *csv_dir, gboolean with_figures, GError **error);

AtlasDataset    *atlas_dataset_open   (const char *path, AtlasDatasetMode mode, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* Opening a file puts it into journal mode DELETE, in which it is one file that can be copied, if it is not and nobody else
 * reads it. An import does so by itself; whoever reads the file just as one ends hinders it, and the next who opens it does so. */

/* Another connection to the file that SELF has open, to be read from another thread, such as the calling one. It shares the
 * divisions, which take longest to read, and the colours of regions. */
AtlasDataset    *atlas_dataset_open_again (AtlasDataset *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

const char      *atlas_dataset_get_path     (AtlasDataset *self);
gboolean         atlas_dataset_is_read_only (AtlasDataset *self);
/* SHA-256 over the canonical CSV of all tables in key order, hexadecimal; (transfer full). */
char            *atlas_dataset_dup_hash     (AtlasDataset *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* From now on waits no longer than a tenth of a second for another program that is writing, instead of some seconds: for a
 * dataset that is asked from a main loop. And colours of regions are kept in the file by a worker. */
void             atlas_dataset_lose_patience (AtlasDataset *self);

/* Whether anything in it was imported; TRUE also where that cannot be told. */
gboolean         atlas_dataset_has_imports  (AtlasDataset *self);
/* Whether there is any published figure; TRUE also where that cannot be told. */
gboolean         atlas_dataset_has_figures  (AtlasDataset *self);

/* Loaded once, borrowed. */
AtlasRegionTree *atlas_dataset_get_regions  (AtlasDataset *self);

/* Each a new array in file order, with a free function set; (transfer full). */
GPtrArray       *atlas_dataset_load_indicators   (AtlasDataset *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *atlas_dataset_load_dimensions   (AtlasDataset *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *atlas_dataset_load_units        (AtlasDataset *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *atlas_dataset_load_denominators (AtlasDataset *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *atlas_dataset_load_sources      (AtlasDataset *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type AtlasProgramme) */
GPtrArray       *atlas_dataset_load_programmes   (AtlasDataset *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The figures of one indicator (NULL: of all) for REGION_CODES (NULL: for all), ordered by region code and
 * figure_id; (element-type AtlasFigure) (transfer full). */
GPtrArray       *atlas_dataset_load_figures (AtlasDataset *self, const char *indicator_id,
                                             const char *const *region_codes, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* Adds SOURCE (if its id is not there yet) and FIGURE (whose figure_id may be "": the next free one is taken and
 * returned in OUT_FIGURE_ID) in one transaction. "changed" is emitted. */
gboolean         atlas_dataset_add_figure (AtlasDataset *self, const AtlasFigure *figure, char **out_figure_id,
                                           GError **error);

/* The colour slot (0 to 7) that each region has in this file, so that one region keeps one colour. A region without
 * one gets the next in turn, kept in the file where it can be written. */
guint            atlas_dataset_get_colour_slot (AtlasDataset *self, const char *region_code);
/* Gives those of the NULL-terminated REGION_CODES that have no slot theirs, all in one write: to be called before
 * several are asked for, each of which would wait for the disk. */
void             atlas_dataset_give_colour_slots (AtlasDataset *self, const char *const *region_codes);

/* Whether the running program lies in the build folder, and not where it was installed to. */
gboolean         atlas_runs_from_build (void);
/* The folder of the bundled CSV files, and the dataset built from them, of an installed program or of the build
 * folder it runs from; (transfer full). */
char            *atlas_dataset_dup_bundled_csv_dir (void) G_GNUC_WARN_UNUSED_RESULT;
char            *atlas_dataset_dup_bundled_path    (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
