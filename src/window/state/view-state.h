/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasViewState:
 * @region: division code
 * @compare: (array zero-terminated=1): up to eight codes, the first is the reference
 * @per_10k: (with @as_index) in what the comparison is stated: at most one is TRUE, none means totals
 * @first_year: with @last_year, the years shown; both 0: the latest
 *
 * What the window shows, as a plain value: one step of undo and redo.
 */
typedef struct {
  char *region;
  char **compare;
  char *indicator;
  int first_year;
  int last_year;
  gboolean stand_in;
  gboolean per_10k;
  gboolean as_index;
  char *page;
} AtlasViewState;

AtlasViewState *atlas_view_state_new   (void) G_GNUC_WARN_UNUSED_RESULT;
AtlasViewState *atlas_view_state_copy  (const AtlasViewState *self) G_GNUC_WARN_UNUSED_RESULT;
void            atlas_view_state_free  (AtlasViewState *self);
gboolean        atlas_view_state_equal (const AtlasViewState *a, const AtlasViewState *b);
/* Whether at most the page is another. */
gboolean        atlas_view_state_has_same_subject (const AtlasViewState *a, const AtlasViewState *b);

/* From and to the keys of the same names of the application's settings. */
void            atlas_view_state_load  (AtlasViewState *self, GSettings *settings);
void            atlas_view_state_save  (const AtlasViewState *self, GSettings *settings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasViewState, atlas_view_state_free)

G_END_DECLS
