/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/state/session.h"

G_BEGIN_DECLS

/**
 * AtlasCardContext:
 * @catalogue: that of the session; its divisions and indicators live as long as this
 * @region: the one shown
 * @first_year: (with @last_year) the years of the view, both 0: the latest
 * @compare: (array zero-terminated=1): the codes of the comparison
 * @slots: (element-type utf8 uint): their colours
 * @card: which of its cards a deck makes now, for a maker that serves several
 *
 * The view as it was when a page began to ask: the cards are made of it in a worker, while the session goes on. Reference
 * counted; asked from one thread at a time.
 */
typedef struct {
  AtlasCatalogue *catalogue;
  const AtlasRegion *region;
  char *indicator;
  int first_year, last_year;
  gboolean stand_in, per_10k, as_index;
  char **compare;
  GHashTable *slots;
  guint card;

  /*< private >*/
  AtlasDataset *origin;
  AtlasDataset *dataset; /* a connection of its own, from the first question on */
} AtlasCardContext;

AtlasCardContext *atlas_card_context_new   (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;
AtlasCardContext *atlas_card_context_ref   (AtlasCardContext *self);
void              atlas_card_context_unref (AtlasCardContext *self);

/* (nullable): borrowed; NULL on error. */
AtlasDataset     *atlas_card_context_get_dataset (AtlasCardContext *self, GError **error);
/* Closes the connection: to be called in the worker once it has asked all, for else the main loop may have to. */
void              atlas_card_context_close (AtlasCardContext *self);

/* A question for the last year of the view, with its stand-ins; (transfer full). */
AtlasQuestion    *atlas_card_question     (AtlasCardContext *self, const char *indicator) G_GNUC_WARN_UNUSED_RESULT;
/* Answers QUESTION; (nullable) (transfer full), as in all of the following: NULL on error. */
AtlasTable       *atlas_card_ask          (AtlasCardContext *self, const AtlasQuestion *question, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* INDICATOR of the region itself, by dimension BY (nullable). */
AtlasTable       *atlas_card_ask_region   (AtlasCardContext *self, const char *indicator, const char *by, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* INDICATOR of the divisions right below, the highest first, by dimension BY (nullable). Without rows where there are none. */
AtlasTable       *atlas_card_ask_children (AtlasCardContext *self, const char *indicator, const char *by, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* The same of the divisions right below PARENT. */
AtlasTable       *atlas_card_ask_divisions (AtlasCardContext *self, const char *indicator, const AtlasRegion *parent,
                                            const char *by, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* INDICATOR of CODES, in that order, by dimension BY (nullable). */
AtlasTable       *atlas_card_ask_regions  (AtlasCardContext *self, const char *indicator, const char *const *codes,
                                           const char *by, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The region that all rows of TABLE with a value are of; (nullable): NULL where they are of several, or there are none. */
const AtlasRegion *atlas_card_get_only_region (AtlasTable *table);
/* How many regions have a value in each of two tables. */
guint             atlas_card_count_pairs   (AtlasTable *one, AtlasTable *other);
/* Two INDICATORS of the divisions right below, joined; NULL where fewer than two divisions have both, which is no comparison, or
 * on error. */
AtlasTable       *atlas_card_join_children (AtlasCardContext *self, const char *const *indicators, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* INDICATOR of CODES in each of the years, without stand-ins, by dimension BY (nullable). */
AtlasTable       *atlas_card_ask_years    (AtlasCardContext *self, const char *indicator, const char *const *codes,
                                           int first_year, int last_year, const char *by, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* INDICATOR of CODES, by BY (nullable), in the years of the view; where that is one year, in all up to it that have figures
 * and the ten before the last, of which a register may tell by its dates. Years at both ends are left out in which less than half as
 * many have a value as in the fullest. NULL also where there are not two values. */
AtlasTable       *atlas_card_ask_trend    (AtlasCardContext *self, const char *indicator, const char *const *codes,
                                           const char *by, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The codes of the divisions right below; (array zero-terminated=1) (transfer full). */
char            **atlas_card_list_children (AtlasCardContext *self) G_GNUC_WARN_UNUSED_RESULT;
/* The region's name in the user's language, short; (transfer full). */
char             *atlas_card_dup_name      (AtlasCardContext *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCardContext, atlas_card_context_unref)

G_END_DECLS
