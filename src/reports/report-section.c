/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/report-section.h"

#include <glib/gi18n.h>

#include "reports/report-file.h"

#define PLACES (ATLAS_SECTION_OPENING | ATLAS_SECTION_CLOSING)

const char *
atlas_report_section_get_title (const AtlasReportSection *self)
{
  return _(self->title);
}

static const AtlasReportSection *
find (const AtlasReportSection  *sections,
      guint                      n,
      const char                *template_name,
      const char                *id,
      GError                   **error)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (g_str_equal (sections[i].id, id))
        return &sections[i];
      g_ptr_array_add (known, (gpointer) sections[i].id);
    }
  g_ptr_array_add (known, NULL);
  list = g_strjoinv (", ", (char **) known->pdata);
  g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE,
               _("The template “%1$s” has no section “%2$s”; it has: %3$s"), template_name, id, list);
  return NULL;
}

/* Those called IDS, in their order. */
static gboolean
add_named (GPtrArray                 *chosen,
           const AtlasReportSection  *sections,
           guint                      n,
           const char                *template_name,
           const char *const         *ids,
           GError                   **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const AtlasReportSection *section = find (sections, n, template_name, ids[i], error);

      if (section == NULL)
        return FALSE;
      if (g_ptr_array_find (chosen, section, NULL))
        {
          g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE, _("The section “%s” is named twice"),
                       ids[i]);
          return FALSE;
        }
      g_ptr_array_add (chosen, (gpointer) section);
    }
  return TRUE;
}

/* Those of CHOSEN that have FLAGS as their place. */
static void
add_placed (GPtrArray         *placed,
            GPtrArray         *chosen,
            AtlasSectionFlags  flags)
{
  for (guint i = 0; i < chosen->len; i++)
    {
      const AtlasReportSection *section = g_ptr_array_index (chosen, i);

      if ((section->flags & PLACES) == flags)
        g_ptr_array_add (placed, (gpointer) section);
    }
}

GPtrArray *
atlas_report_section_choose (const AtlasReportSection  *sections,
                             guint                      n,
                             const char                *template_name,
                             const char *const         *ids,
                             GError                   **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  GPtrArray *placed;

  if (ids != NULL && !add_named (chosen, sections, n, template_name, ids, error))
    return NULL;
  for (guint i = 0; i < n; i++)
    if ((ids == NULL && (sections[i].flags & ATLAS_SECTION_OPTIONAL) == 0) ||
        ((sections[i].flags & ATLAS_SECTION_ALWAYS) != 0 && !g_ptr_array_find (chosen, &sections[i], NULL)))
      g_ptr_array_add (chosen, (gpointer) &sections[i]);
  placed = g_ptr_array_new ();
  add_placed (placed, chosen, ATLAS_SECTION_OPENING);
  add_placed (placed, chosen, 0);
  add_placed (placed, chosen, ATLAS_SECTION_CLOSING);
  return placed;
}
