/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/source-findings.h"

#include <glib/gi18n.h>
#include <string.h>

#include "indicators/checks.h"
#include "indicators/number-format.h"
#include "window/parts/panel-parts.h"

/* Whether the finding is about what is shown: the same indicator, or one of the figures behind it. */
static gboolean
touches (const AtlasFinding     *finding,
         const AtlasObservation *row,
         GPtrArray              *figures)
{
  if (finding->region != row->region)
    return FALSE;
  if (g_strcmp0 (finding->indicator_id, row->indicator_id) == 0)
    return TRUE;
  for (guint i = 0; i < finding->figures->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (finding->figures, i);

      for (guint j = 0; j < figures->len; j++)
        if (strcmp (((AtlasFigure *) g_ptr_array_index (figures, j))->figure_id, figure->figure_id) == 0)
          return TRUE;
    }
  return FALSE;
}

/* It may be of another year than the figure that it touches; (transfer full). */
static char *
dup_finding (const AtlasFinding *finding)
{
  g_autofree char *period = atlas_format_period (finding->period);

  if (finding->period[0] == '\0')
    return g_strdup (finding->message);
  return g_strdup_printf (C_("finding", "%1$s: %2$s"), period, finding->message);
}

gboolean
atlas_source_findings_show (GtkBox                 *box,
                            GPtrArray              *findings,
                            const AtlasObservation *row,
                            GPtrArray              *figures)
{
  atlas_panel_clear (box);
  for (guint i = 0; i < findings->len; i++)
    {
      const AtlasFinding *finding = g_ptr_array_index (findings, i);
      const char *css_class = finding->severity == ATLAS_SEVERITY_WARNING ? "warning" : NULL;
      g_autofree char *text = NULL;

      if (!touches (finding, row, figures))
        continue;
      text = dup_finding (finding);
      gtk_box_append (box, atlas_panel_text_new (text, css_class));
    }
  return gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL;
}
