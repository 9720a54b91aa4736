/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* What a face is for in an official document (GB/T 9704). */
typedef enum {
  ATLAS_FONT_TITLE,   /* 小标宋 */
  ATLAS_FONT_BODY,    /* 仿宋, also headings of the third level */
  ATLAS_FONT_LEVEL_1, /* 黑体 */
  ATLAS_FONT_LEVEL_2, /* 楷体 */
  ATLAS_FONT_NUMBER,  /* 宋体: page numbers */
  ATLAS_FONT_TABLE,
  ATLAS_FONT_CHART,
  ATLAS_N_FONT_ROLES,
} AtlasFontRole;

/* Where a face lacks a character, that character is set in this one. */
#define ATLAS_FONT_FALLBACK "Noto Serif CJK SC"

/* The faces chosen for the roles: of each the first of its candidates that is there: an office's own, else a free one
 * that stands in. */
typedef struct _AtlasFontSet AtlasFontSet;

/* Whether there is a FAMILY of exactly that name, with a face that can be set in WEIGHT as it is. */
typedef gboolean (*AtlasFontLookup) (const char *family, PangoWeight weight, gpointer user_data);

AtlasFontSet *atlas_font_set_new         (AtlasFontLookup lookup, gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
/* The one of the installed fonts, looked up once; borrowed. */
AtlasFontSet *atlas_font_set_get_default (void);
void          atlas_font_set_free        (AtlasFontSet *self);
const char   *atlas_font_set_get_family  (const AtlasFontSet *self, AtlasFontRole role);
/* Of a face that is there: nothing is emboldened. */
PangoWeight   atlas_font_set_get_weight  (const AtlasFontSet *self, AtlasFontRole role);
/* Which faces stand in for which, as a sentence in the current language; NULL if none does; (transfer full). */
char         *atlas_font_set_dup_stand_ins (const AtlasFontSet *self) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE with %ATLAS_REPORT_ERROR_FONTS, which names what is missing, if a face stands in for another. */
gboolean      atlas_font_set_check         (const AtlasFontSet *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFontSet, atlas_font_set_free)

G_END_DECLS
