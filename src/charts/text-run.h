/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/shape-list.h"

G_BEGIN_DECLS

/* Makes text runs of one style; holds the Pango context and the fonts. */
typedef struct _AtlasTextMaker AtlasTextMaker;

typedef enum {
  ATLAS_TEXT_TITLE, /* bold */
  ATLAS_TEXT_LABEL,
  ATLAS_TEXT_STRONG, /* a label in bold */
  ATLAS_TEXT_SMALL, /* labels of dense charts */
  ATLAS_TEXT_NOTE,
  ATLAS_N_TEXT_ROLES,
} AtlasTextRole;

/**
 * AtlasTextRun:
 * @width: of the widest line
 * @height: of all lines, each as high as its role's pitch whatever the fonts say
 * @n_lines: how many there are after wrapping
 *
 * One measured text.
 */
typedef struct {
  AtlasTextLine *line; /* (nullable): where it is one */
  PangoLayout *layout; /* (nullable): where it is wrapped */
  AtlasTextRole role;
  double width, height;
  guint n_lines;
  gboolean is_ellipsized;
} AtlasTextRun;

AtlasTextMaker *atlas_text_maker_new       (const AtlasChartStyle *style) G_GNUC_WARN_UNUSED_RESULT;
void            atlas_text_maker_free      (AtlasTextMaker *self);
double          atlas_text_maker_get_size  (const AtlasTextMaker *self, AtlasTextRole role);
/* The height of one line. */
double          atlas_text_maker_get_pitch (const AtlasTextMaker *self, AtlasTextRole role);

/* MAX_WIDTH 0: as long as it is; else it wraps, between any two Han characters, into at most MAX_LINES and then ends
 * in an ellipsis. */
AtlasTextRun   *atlas_text_run_new  (AtlasTextMaker *maker, AtlasTextRole role, const char *text, double max_width,
                                     guint max_lines) G_GNUC_WARN_UNUSED_RESULT;
void            atlas_text_run_free (AtlasTextRun *self);
const char     *atlas_text_run_get_text (const AtlasTextRun *self);
/* Adds it to SHAPES with its top left corner at X, Y; the run may be freed afterwards. */
void            atlas_text_run_place (const AtlasTextRun *self, AtlasTextMaker *maker, AtlasShapeList *shapes, double x,
                                      double y, AtlasPaint paint);
/* The same with lines set right, their ends at RIGHT. */
void            atlas_text_run_place_right (const AtlasTextRun *self, AtlasTextMaker *maker, AtlasShapeList *shapes,
                                            double right, double y, AtlasPaint paint);
/* The same with lines set about MIDDLE. */
void            atlas_text_run_place_centred (const AtlasTextRun *self, AtlasTextMaker *maker, AtlasShapeList *shapes,
                                              double middle, double y, AtlasPaint paint);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTextMaker, atlas_text_maker_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTextRun, atlas_text_run_free)

G_END_DECLS
