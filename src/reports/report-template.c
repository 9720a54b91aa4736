/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/report-template.h"

#include <glib/gi18n.h>
#include <string.h>

#include "reports/report-file.h"
#include "reports/template-private.h"

typedef struct {
  const char *name;
  guint min_regions;
  guint max_regions;
  gboolean (*build) (AtlasReportBuilder *builder, GError **error);
} Template;

static const Template templates[] = {
  { "brief", 1, 1, atlas_template_brief },
  { "comparison", 2, 8, atlas_template_comparison },
  { "coverage", 1, 1, atlas_template_coverage },
  { "funding", 1, 1, atlas_template_funding },
  { "personnel", 1, 1, atlas_template_personnel },
  { "checks", 1, 1, atlas_template_checks },
};

static const char *const names[] = {
  "brief", "comparison", "coverage", "funding", "personnel", "checks", NULL,
};

const char *const *
atlas_report_template_list_names (void)
{
  return names;
}

gboolean
atlas_report_template_is_for_one (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (strcmp (templates[i].name, name) == 0)
      return templates[i].max_regions == 1;
  return FALSE;
}

static const Template *
find_template (const char  *name,
               GError     **error)
{
  g_autofree char *known = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (strcmp (templates[i].name, name) == 0)
      return &templates[i];
  known = g_strjoinv (", ", (char **) names);
  g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE,
               _("There is no report template “%1$s”; there are: %2$s"), name, known);
  return NULL;
}

static gboolean
check_regions (const Template  *template,
               guint            n,
               GError         **error)
{
  if (n >= template->min_regions && n <= template->max_regions)
    return TRUE;
  if (template->max_regions == 1)
    g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE,
                 _("The template “%1$s” is for one region, not for %2$u"), template->name, n);
  else
    g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE,
                 _("The template “%1$s” is for %2$u to %3$u regions, not for %4$u"), template->name,
                 template->min_regions, template->max_regions, n);
  return FALSE;
}

AtlasReport *
atlas_report_build (AtlasDataset              *dataset,
                    AtlasCatalogue            *catalogue,
                    const AtlasReportRequest  *request,
                    GError                   **error)
{
  const Template *template = find_template (request->template_name, error);
  g_autoptr (AtlasReportBuilder) builder = NULL;

  if (template == NULL || !check_regions (template, g_strv_length ((char **) request->regions), error))
    return NULL;
  builder = atlas_report_builder_new (dataset, catalogue, request, error);
  if (builder == NULL || !template->build (builder, error))
    return NULL;
  return atlas_report_builder_finish (builder);
}
