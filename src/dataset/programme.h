/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AtlasProgramme:
 * @programme_id: "S01" …
 * @group: the group it is listed under: stations, linkage, personnel …; with its names
 * @question_zh: (with @question_en): what an official asks about it
 * @sources: (array zero-terminated=1): ids of the documents that describe it
 * @regions: (array zero-terminated=1): codes of the divisions that run it by those documents
 * @indicators: (element-type AtlasFigureSelector): figures that are about it wherever they are: a division that has one runs
 *   it
 * @related: (element-type AtlasFigureSelector): figures that answer its question where it is run, and say nothing elsewhere
 * @answer: how its question is answered (indicators/programme-answer.h), or ""
 * @to_enter_zh: (with @to_enter_en): what a department enters where there is nothing yet
 *
 * A system, mechanism, programme or service model of the documents: a row of programmes.csv. Immutable; texts are never NULL.
 */
typedef struct {
  char *programme_id;
  char *group;
  char *group_zh;
  char *group_en;
  char *name_zh;
  char *name_en;
  char *description_zh;
  char *description_en;
  char *question_zh;
  char *question_en;
  char **sources;
  char **regions;
  GPtrArray *indicators;
  GPtrArray *related;
  char *answer;
  char *to_enter_zh;
  char *to_enter_en;
} AtlasProgramme;

#define ATLAS_TYPE_PROGRAMME (atlas_programme_get_type ())
GType           atlas_programme_get_type (void);
AtlasProgramme *atlas_programme_new      (void) G_GNUC_WARN_UNUSED_RESULT;
AtlasProgramme *atlas_programme_ref      (AtlasProgramme *self);
void            atlas_programme_unref    (AtlasProgramme *self);

/* In the user's language, borrowed. */
const char     *atlas_programme_get_name        (const AtlasProgramme *self);
const char     *atlas_programme_get_group_name  (const AtlasProgramme *self);
const char     *atlas_programme_get_description (const AtlasProgramme *self);
const char     *atlas_programme_get_question    (const AtlasProgramme *self);
const char     *atlas_programme_get_to_enter    (const AtlasProgramme *self);

/* Whether TEXT, ignoring case and marks, is part of its id, its names, its group's names or its descriptions in either language; each
 * of several words must be. */
gboolean        atlas_programme_matches  (const AtlasProgramme *self, const char *text);

/* (nullable) (transfer none): the one of PROGRAMMES (element-type AtlasProgramme) with the id ID, in any case, or which is called
 * that in either language; else the one that alone holds it in a name, or whose name begins with it and is the shortest, or that alone
 * holds it in its texts; else an error that names those with the nearest ids, or whose texts hold it. */
AtlasProgramme *atlas_programmes_find    (GPtrArray *programmes, const char *id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasProgramme, atlas_programme_unref)

G_END_DECLS
