/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/font-set.h"

#include <glib/gi18n.h>

#include "reports/report-file.h"

#define MAX_CANDIDATES 10

/* @stands_in: it is not what the standard asks for. A face goes by its Chinese or its English name, as the file lists
 * them. */
typedef struct {
  const char *family;
  PangoWeight weight;
  gboolean stands_in;
} Candidate;

#define OWN(family) { family, PANGO_WEIGHT_NORMAL, FALSE }
#define FREE(family) { family, PANGO_WEIGHT_NORMAL, TRUE }
#define FREE_BOLD(family) { family, PANGO_WEIGHT_BOLD, TRUE }

/* The first is the name by which a face is asked for where none is there. The last is taken whether it is there or
 * not. */
static const Candidate candidates[ATLAS_N_FONT_ROLES][MAX_CANDIDATES] = {
  [ATLAS_FONT_TITLE] = { OWN ("方正小标宋简体"), OWN ("方正小标宋_GBK"), OWN ("FZXiaoBiaoSong-B05S"), OWN ("FZXiaoBiaoSong-B05"),
                         FREE_BOLD (ATLAS_FONT_FALLBACK) },
  [ATLAS_FONT_BODY] = { OWN ("仿宋_GB2312"), OWN ("FangSong_GB2312"), OWN ("FangSong"), OWN ("仿宋"), FREE ("FandolFang"),
                        FREE ("FandolFang R"), FREE (ATLAS_FONT_FALLBACK) },
  [ATLAS_FONT_LEVEL_1] = { OWN ("SimHei"), OWN ("黑体"), FREE ("Noto Sans CJK SC") },
  [ATLAS_FONT_LEVEL_2] = { OWN ("楷体_GB2312"), OWN ("KaiTi_GB2312"), OWN ("KaiTi"), OWN ("楷体"), FREE ("FandolKai"),
                           FREE ("AR PL UKai CN"), FREE ("LXGW WenKai"), FREE (ATLAS_FONT_FALLBACK) },
  [ATLAS_FONT_NUMBER] = { OWN ("SimSun"), OWN ("宋体"), FREE (ATLAS_FONT_FALLBACK) },
  /* The standard leaves these open; charts draw with a face of their own. */
  [ATLAS_FONT_TABLE] = { OWN ("SimHei"), OWN ("黑体"), OWN ("Noto Sans CJK SC") },
  [ATLAS_FONT_CHART] = { OWN ("Noto Sans CJK SC") },
};

struct _AtlasFontSet
{
  const Candidate *chosen[ATLAS_N_FONT_ROLES];
};

static const Candidate *
choose (AtlasFontRole   role,
        AtlasFontLookup lookup,
        gpointer        user_data)
{
  const Candidate *candidate = candidates[role];

  for (; candidate[1].family != NULL; candidate++)
    if (lookup (candidate->family, candidate->weight, user_data))
      break;
  return candidate;
}

AtlasFontSet *
atlas_font_set_new (AtlasFontLookup lookup,
                    gpointer        user_data)
{
  AtlasFontSet *self = g_new0 (AtlasFontSet, 1);

  for (guint i = 0; i < ATLAS_N_FONT_ROLES; i++)
    self->chosen[i] = choose (i, lookup, user_data);
  return self;
}

/* A face of a single weight may call it anything; but what is to be bold must not be emboldened. */
static gboolean
has_face (PangoFontFamily *family,
          PangoWeight      weight)
{
  g_autofree PangoFontFace **faces = NULL;
  gboolean found = FALSE;
  int n;

  pango_font_family_list_faces (family, &faces, &n);
  for (int i = 0; i < n && !found; i++)
    {
      PangoFontDescription *description = pango_font_face_describe (faces[i]);

      found = !pango_font_face_is_synthesized (faces[i]) &&
              (weight == PANGO_WEIGHT_NORMAL || pango_font_description_get_weight (description) >= weight);
      pango_font_description_free (description);
    }
  return found;
}

static gboolean
is_installed (const char  *family,
              PangoWeight  weight,
              gpointer     user_data)
{
  g_autofree PangoFontFamily **families = NULL;
  int n;

  pango_font_map_list_families (user_data, &families, &n);
  for (int i = 0; i < n; i++)
    if (g_ascii_strcasecmp (pango_font_family_get_name (families[i]), family) == 0)
      return has_face (families[i], weight);
  return FALSE;
}

AtlasFontSet *
atlas_font_set_get_default (void)
{
  static AtlasFontSet *installed = NULL;

  if (g_once_init_enter (&installed))
    g_once_init_leave (&installed, atlas_font_set_new (is_installed, pango_cairo_font_map_get_default ()));
  return installed;
}

void
atlas_font_set_free (AtlasFontSet *self)
{
  g_free (self);
}

const char *
atlas_font_set_get_family (const AtlasFontSet *self,
                           AtlasFontRole       role)
{
  return self->chosen[role]->family;
}

PangoWeight
atlas_font_set_get_weight (const AtlasFontSet *self,
                           AtlasFontRole       role)
{
  return self->chosen[role]->weight;
}

static const char *
get_role_name (AtlasFontRole role)
{
  static const char *const names[ATLAS_N_FONT_ROLES] = {
    [ATLAS_FONT_TITLE] = NC_("font", "title"),
    [ATLAS_FONT_BODY] = NC_("font", "body"),
    [ATLAS_FONT_LEVEL_1] = NC_("font", "first headings"),
    [ATLAS_FONT_LEVEL_2] = NC_("font", "second headings"),
    [ATLAS_FONT_NUMBER] = NC_("font", "page numbers"),
    [ATLAS_FONT_TABLE] = NC_("font", "tables"),
    [ATLAS_FONT_CHART] = NC_("font", "charts"),
  };

  return g_dpgettext2 (NULL, "font", names[role]);
}

/* FORMAT takes role, wanted face and the one that stands in; NULL if none does. */
static char *
list_stand_ins (const AtlasFontSet *self,
                char             *(*format) (const char *role, const char *wanted, const char *used))
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < ATLAS_N_FONT_ROLES; i++)
    {
      g_autofree char *item = NULL, *used = NULL;

      if (!self->chosen[i]->stands_in)
        continue;
      used = g_strconcat (self->chosen[i]->family, self->chosen[i]->weight == PANGO_WEIGHT_BOLD ? " Bold" : "", NULL);
      item = format (get_role_name (i), candidates[i][0].family, used);
      if (list->len > 0)
        /* Translators: between faces that stand in for others */
        g_string_append (list, C_("font", ", "));
      g_string_append (list, item);
    }
  return list->len > 0 ? g_strdup (list->str) : NULL;
}

static char *
format_stand_in (const char *role,
                 const char *wanted,
                 const char *used)
{
  /* Translators: what a face is for, the face that stands in, and the face that is not installed */
  return g_strdup_printf (C_("font", "%1$s in %3$s for %2$s"), role, wanted, used);
}

static char *
format_missing (const char *role,
                const char *wanted,
                const char *used G_GNUC_UNUSED)
{
  /* Translators: a face that is not installed, and what it is for */
  return g_strdup_printf (C_("font", "%1$s (%2$s)"), wanted, role);
}

char *
atlas_font_set_dup_stand_ins (const AtlasFontSet *self)
{
  g_autofree char *list = list_stand_ins (self, format_stand_in);

  return list != NULL ? g_strdup_printf (_("Fonts that stand in: %s."), list) : NULL;
}

gboolean
atlas_font_set_check (const AtlasFontSet  *self,
                      GError             **error)
{
  g_autofree char *list = list_stand_ins (self, format_missing);

  if (list == NULL)
    return TRUE;
  g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_FONTS,
               _("These fonts of an official document are not installed: %s. Install them, or leave out --strict-fonts"),
               list);
  return FALSE;
}
