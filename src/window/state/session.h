/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

#include "indicators/answer.h"
#include "window/state/dataset-reading.h"
#include "window/state/selected-row.h"
#include "window/state/view-state.h"

G_BEGIN_DECLS

/* How many regions may be compared: as many as there are colours. */
#define ATLAS_SESSION_MAX_COMPARE 8
/* A register that is returned for one year tells by the dates in it of earlier ones: of so many it is asked. */
#define ATLAS_YEARS_BACK 9

/**
 * AtlasSession:
 *
 * What is open and what is shown: the dataset, and one view of it that all pages share. A view step is a change of
 * region, compare, indicator, first-year, last-year, stand-in, per-10k, as-index or page; steps can be undone and redone.
 *
 * Signals, all without arguments:
 * "subject-changed": once after each step that changed more than the page, after the notify of the properties: what the
 *   pages show has to be asked anew
 * "view-changed": once after each step, after "subject-changed"
 * "selection-changed": another mark or cell is selected, or none (each step and each dataset clears it)
 * "linked-changed": another region is pointed at, or selected; none is after each step
 * "dataset-changed": another dataset is open, or what is in it has changed: all tables have to be asked anew; where
 *   the view had to change with it, "subject-changed" and "view-changed" follow
 */
#define ATLAS_TYPE_SESSION (atlas_session_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSession, atlas_session, ATLAS, SESSION, GObject)

AtlasSession      *atlas_session_new             (void) G_GNUC_WARN_UNUSED_RESULT;

/* Opens the dataset at PATH, to be written if that can be. On failure what was open stays open. */
gboolean           atlas_session_open            (AtlasSession *self, const char *path, GError **error);
/* Shows the dataset that was read. READING (transfer full). */
void               atlas_session_take            (AtlasSession *self, AtlasDatasetReading *reading);
/* Another connection has written into the dataset that is open, or may have: all is asked anew. */
void               atlas_session_notice_change   (AtlasSession *self);
/* Takes the view from SETTINGS now, and keeps it there after each step. */
void               atlas_session_bind_settings   (AtlasSession *self, GSettings *settings);

/* (nullable): both NULL until a dataset is open. */
AtlasDataset      *atlas_session_get_dataset     (AtlasSession *self);
AtlasCatalogue    *atlas_session_get_catalogue   (AtlasSession *self);

/* The view. Codes and ids that the dataset does not know change nothing; in a comparison they are left out, as are
 * repeated codes and those beyond the eighth. */
const char        *atlas_session_get_region      (AtlasSession *self);
const AtlasRegion *atlas_session_lookup_region   (AtlasSession *self); /* (nullable) */
void               atlas_session_set_region      (AtlasSession *self, const char *code);
const char *const *atlas_session_get_compare     (AtlasSession *self);
void               atlas_session_set_compare     (AtlasSession *self, const char *const *codes);
gboolean           atlas_session_is_compared     (AtlasSession *self, const char *code);
/* Takes CODE into the comparison, at its end, or out of it. FALSE: there are eight already. */
gboolean           atlas_session_toggle_compare  (AtlasSession *self, const char *code, gboolean compared);
/* (nullable): the first of the comparison, against which differences are stated. */
const char        *atlas_session_get_reference   (AtlasSession *self);
/* "Ningxia, Wuzhong": the short names of CODES (array zero-terminated=1); (transfer full). */
char              *atlas_session_dup_names       (AtlasSession *self, const char *const *codes) G_GNUC_WARN_UNUSED_RESULT;
/* Moves CODE, one of the comparison, to its front. */
void               atlas_session_set_reference   (AtlasSession *self, const char *code);
const char        *atlas_session_get_indicator   (AtlasSession *self);
void               atlas_session_set_indicator   (AtlasSession *self, const char *id);
int                atlas_session_get_first_year  (AtlasSession *self);
int                atlas_session_get_last_year   (AtlasSession *self);
/* Both 0: the latest. Years in the wrong order are turned round. */
void               atlas_session_set_years       (AtlasSession *self, int first_year, int last_year);
gboolean           atlas_session_get_stand_in    (AtlasSession *self);
void               atlas_session_set_stand_in    (AtlasSession *self, gboolean stand_in);
gboolean           atlas_session_get_per_10k     (AtlasSession *self);
void               atlas_session_set_per_10k     (AtlasSession *self, gboolean per_10k);
/* In a comparison, at the cost of the other: each region in per cent of its own figure of a common year. */
gboolean           atlas_session_get_as_index    (AtlasSession *self);
void               atlas_session_set_as_index    (AtlasSession *self, gboolean as_index);
const char        *atlas_session_get_page        (AtlasSession *self);
void               atlas_session_set_page        (AtlasSession *self, const char *page);

/* Changes between the two make one step. They nest. */
void               atlas_session_begin_step      (AtlasSession *self);
void               atlas_session_end_step        (AtlasSession *self);
gboolean           atlas_session_can_undo        (AtlasSession *self);
gboolean           atlas_session_can_redo        (AtlasSession *self);
void               atlas_session_undo            (AtlasSession *self);
void               atlas_session_redo            (AtlasSession *self);

/* Where BACK leads: the page and the region shown before, whatever was changed there since. A place is a page with a
 * region; going to one is a step of the view like others, and leaves indicator, years and comparison as they are. */
const AtlasViewState *atlas_session_get_back    (AtlasSession *self); /* (nullable): region and page hold */
const AtlasViewState *atlas_session_get_forward (AtlasSession *self); /* (nullable) */
void               atlas_session_go_back         (AtlasSession *self);
void               atlas_session_go_forward      (AtlasSession *self);

/* What the source panel shows: ROW of TABLE (nullable). */
void               atlas_session_set_selection   (AtlasSession *self, AtlasTable *table, guint row);
/* The figure FIGURE_ID of INDICATOR_ID and REGION_CODE, as the answer to what it was asked for in PERIOD (nullable: its own), once
 * that is known; whatever is selected meanwhile stays. */
void               atlas_session_select_figure   (AtlasSession *self, const char *figure_id, const char *indicator_id,
                                                  const char *region_code, const char *period);
/* (nullable): borrowed; OUT_ROW (out) (optional). */
AtlasTable        *atlas_session_get_selection   (AtlasSession *self, guint *out_row);
/* Or a row of a register or of documents. ROW (transfer full) (nullable): NULL takes such a row back, and nothing else. */
void               atlas_session_select_row      (AtlasSession *self, AtlasSelectedRow *row);
/* (nullable): borrowed. */
const AtlasSelectedRow *atlas_session_get_selected_row (AtlasSession *self);
/* Either. */
gboolean           atlas_session_has_selection   (AtlasSession *self);
/* The pointer is over something about region CODE (nullable). */
void               atlas_session_set_pointed     (AtlasSession *self, const char *code);
/* (nullable): the region that all charts and tables show where it is theirs: the one pointed at, else the selected one. */
const char        *atlas_session_get_linked      (AtlasSession *self);

/* Answers QUESTION as it stands: the caller sets years and stand-in from the session, for which there is
 * atlas_session_apply(). */
AtlasTable        *atlas_session_ask             (AtlasSession *self, const AtlasQuestion *question, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* Whether an AtlasInquiry into the dataset is under way, or will be. */
gboolean           atlas_session_is_asking       (AtlasSession *self);
/* Sets QUESTION's years and stand-in to those of the view. */
void               atlas_session_apply           (AtlasSession *self, AtlasQuestion *question);

/* The colour slot, 0 to 7, of region CODE: the one it has in the file; if two of the comparison have the same one, the
 * later takes a free one. */
guint              atlas_session_get_slot        (AtlasSession *self, const char *code);
/* The slots of the whole comparison, for AtlasChartSpec: (element-type utf8 uint) (transfer full). */
GHashTable        *atlas_session_dup_slots       (AtlasSession *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
