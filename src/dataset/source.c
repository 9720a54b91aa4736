/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/source.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "dataset/chinese-marks.h"
#include "dataset/language.h"

G_DEFINE_BOXED_TYPE (AtlasSource, atlas_source, atlas_source_ref, atlas_source_unref)

static const struct {
  const char *id;
  const char *name;
} kinds[] = {
  [ATLAS_SOURCE_KIND_OFFICIAL] = { "official", NC_ ("source kind", "Official") },
  [ATLAS_SOURCE_KIND_INSTITUTION] = { "institution", NC_ ("source kind", "Institution") },
  [ATLAS_SOURCE_KIND_PRESS] = { "press", NC_ ("source kind", "Press") },
  [ATLAS_SOURCE_KIND_SECONDARY] = { "secondary", NC_ ("source kind", "Secondary") },
};

/**
 * atlas_source_new:
 *
 * Returns: (transfer full): a source whose texts are all "", to be filled before it is shared
 */
AtlasSource *
atlas_source_new (void)
{
  AtlasSource *self = g_atomic_rc_box_new0 (AtlasSource);

  self->source_id = g_strdup ("");
  self->title = g_strdup ("");
  self->publisher = g_strdup ("");
  self->published_on = g_strdup ("");
  self->as_of = g_strdup ("");
  self->address = g_strdup ("");
  return self;
}

AtlasSource *
atlas_source_ref (AtlasSource *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
source_clear (AtlasSource *self)
{
  g_free (self->source_id);
  g_free (self->title);
  g_free (self->publisher);
  g_free (self->published_on);
  g_free (self->as_of);
  g_free (self->address);
}

void
atlas_source_unref (AtlasSource *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) source_clear);
}

/* An ISO 8601 year, month or date as the user's language writes it; what is none of them as it stands. */
static char *
dup_date_text (const char *iso)
{
  int year, month, day;
  int n_read = sscanf (iso, "%4d-%2d-%2d", &year, &month, &day);

  if (atlas_language_current () != ATLAS_LANGUAGE_CHINESE || n_read < 1)
    return g_strdup (iso);
  if (n_read == 1)
    return g_strdup_printf ("%d年", year);
  if (n_read == 2)
    return g_strdup_printf ("%d年%d月", year, month);
  return g_strdup_printf ("%d年%d月%d日", year, month, day);
}

/* The title between the marks of the user's language; marks of the same kind within it give way to inner ones, as both
 * languages have it: “‘Micro’ services …”, 《……〈……〉……》. */
static char *
dup_quoted_title (const char *title)
{
  static const char *const inner[][2] = { { "“", "‘" }, { "”", "’" }, { "《", "〈" }, { "》", "〉" } };
  const char *marks = C_ ("citation", "“%s”");
  g_autoptr (GString) text = g_string_new (title);

  for (guint i = 0; i < G_N_ELEMENTS (inner); i++)
    if (strstr (marks, inner[i][0]) != NULL)
      g_string_replace (text, inner[i][0], inner[i][1], 0);
  /* Translators: the title of a document that figures come from */
  return g_strdup_printf (C_ ("citation", "“%s”"), text->str);
}

/* As it is printed in the user's language. */
static char *
dup_printed (const char *text)
{
  return atlas_language_current () == ATLAS_LANGUAGE_CHINESE ? atlas_chinese_marks_widen (text) : g_strdup (text);
}

/**
 * atlas_source_dup_citation:
 *
 * Title, publisher and date. A document without a date of its own is dated by what its figures speak of, marked as
 * such, and more so where that was inferred.
 *
 * Returns: (transfer full): one line without a full stop
 */
char *
atlas_source_dup_citation (const AtlasSource *self)
{
  GString *text = g_string_new (NULL);
  gboolean published = self->published_on[0] != '\0';
  g_autofree char *date = dup_date_text (published ? self->published_on : self->as_of);
  g_autofree char *printed = dup_printed (self->title);
  g_autofree char *title = dup_quoted_title (printed);
  g_autofree char *publisher = dup_printed (self->publisher);

  g_string_append (text, title);
  if (self->publisher[0] != '\0')
    /* Translators: the publisher of a document, behind its title */
    g_string_append_printf (text, C_ ("citation", ", %s"), publisher);
  if (published)
    /* Translators: the date of a document, behind its publisher */
    g_string_append_printf (text, C_ ("citation", ", %s"), date);
  else if (date[0] != '\0' && self->as_of_inferred)
    /* Translators: the date that a document's figures speak of, worked out and not printed */
    g_string_append_printf (text, C_ ("citation", ", as of %s (inferred)"), date);
  else if (date[0] != '\0')
    /* Translators: the date that a document's figures speak of */
    g_string_append_printf (text, C_ ("citation", ", as of %s"), date);
  return g_string_free (text, FALSE);
}

const char *
atlas_source_kind_to_id (AtlasSourceKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind].id;
}

gboolean
atlas_source_kind_from_id (const char      *id,
                           AtlasSourceKind *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].id, id) == 0)
      {
        *out = i;
        return TRUE;
      }
  return FALSE;
}

const char *
atlas_source_kind_get_name (AtlasSourceKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return g_dpgettext2 (NULL, "source kind", kinds[kind].name);
}
