/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report-template.h"

G_BEGIN_DECLS

/**
 * AtlasOwnTemplate:
 * @base: the built-in template that the sections are of
 * @title: (nullable): of the report; "{region}" in it stands for the names of the regions; NULL: that of @base
 * @sections: (nullable) (array zero-terminated=1): NULL: as in @base
 * @style: (nullable): "plain" or "official"; NULL: as the caller would have it
 * @author: (nullable): the office that makes such reports
 *
 * A template of the user's own: a key file with one group,
 *
 *     [Report Template]
 *     Base=brief
 *     Title={region}社会工作情况
 *     Sections=key-figures;stations;funding;
 *     Style=official
 *     Signs=yearbook
 *     Author=宁夏回族自治区民政厅
 */
typedef struct {
  char *base;
  char *title;
  char **sections;
  char *style;
  char *author;
  char *signs;
} AtlasOwnTemplate;

/* Without author and signs; SECTIONS (array zero-terminated=1), TITLE and STYLE are nullable. */
AtlasOwnTemplate *atlas_own_template_new  (const char *base, const char *title, const char *const *sections,
                                           const char *style) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_own_template_free (AtlasOwnTemplate *self);

/* #ATLAS_REPORT_ERROR_TEMPLATE, which names PATH, where it cannot be read or names what there is not. */
AtlasOwnTemplate *atlas_own_template_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Checked as on loading; folders that lack are made, and the file is replaced as a whole. */
gboolean          atlas_own_template_save (const AtlasOwnTemplate *self, const char *path, GError **error);

/* Where the user's template NAME is kept; (transfer full). NULL with ERROR for a name that is none, or that a built-in
 * template has. */
char             *atlas_own_template_dup_path   (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The names of the user's templates, sorted; (transfer full) (array zero-terminated=1). */
char            **atlas_own_template_list_names (void) G_GNUC_WARN_UNUSED_RESULT;
/* The template that NAME_OR_PATH means: a path has a slash or ends in ".template". */
AtlasOwnTemplate *atlas_own_template_find       (const char *name_or_path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Sets template, sections and title of REQUEST, which borrows them, its signs, and its style and author unless it has
 * them. */
void              atlas_own_template_fill       (const AtlasOwnTemplate *self, AtlasReportRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasOwnTemplate, atlas_own_template_free)

G_END_DECLS
