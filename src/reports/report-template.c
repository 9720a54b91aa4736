/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/report-template.h"

#include <glib/gi18n.h>
#include <string.h>

#include "reports/pages/report-pages.h"
#include "reports/report-file.h"
#include "reports/template-private.h"

static const AtlasTemplate *const templates[] = {
  &atlas_template_brief,   &atlas_template_comparison, &atlas_template_coverage,
  &atlas_template_funding, &atlas_template_personnel,  &atlas_template_yearbook,
  &atlas_template_programmes, &atlas_template_bulletin, &atlas_template_checks,
};

static const char *const names[] = {
  "brief", "comparison", "coverage", "funding", "personnel", "yearbook", "programmes", "bulletin", "checks",
  NULL,
};

const char *const *
atlas_report_template_list_names (void)
{
  return names;
}

static const AtlasTemplate *
lookup (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (strcmp (templates[i]->name, name) == 0)
      return templates[i];
  return NULL;
}

const char *
atlas_report_template_get_title (const char *name)
{
  const AtlasTemplate *template = lookup (name);

  return template != NULL ? _(template->title) : NULL;
}

gboolean
atlas_report_template_is_for_one (const char *name)
{
  const AtlasTemplate *template = lookup (name);

  return template != NULL && template->max_regions == 1;
}

const AtlasReportSection *
atlas_report_template_get_sections (const char *name,
                                    guint      *out_n)
{
  const AtlasTemplate *template = lookup (name);

  *out_n = template != NULL ? template->n_sections : 0;
  return template != NULL ? template->sections : NULL;
}

static const AtlasTemplate *
find_template (const char  *name,
               GError     **error)
{
  const AtlasTemplate *template = lookup (name);
  g_autofree char *known = NULL;

  if (template != NULL)
    return template;
  known = g_strjoinv (", ", (char **) names);
  g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE,
               _("There is no report template “%1$s”; there are: %2$s"), name, known);
  return NULL;
}

static GPtrArray *
choose_sections (const AtlasTemplate  *template,
                 const char *const    *ids,
                 GError              **error)
{
  return atlas_report_section_choose (template->sections, template->n_sections, template->name, ids, error);
}

gboolean
atlas_report_template_check (const char         *name,
                             const char *const  *sections,
                             GError            **error)
{
  const AtlasTemplate *template = find_template (name, error);
  g_autoptr (GPtrArray) chosen = template != NULL ? choose_sections (template, sections, error) : NULL;

  return chosen != NULL;
}

static gboolean
check_regions (const AtlasTemplate  *template,
               guint                 n,
               GError              **error)
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

static gboolean
add_sections (AtlasReportBuilder  *builder,
              gpointer             state,
              GError             **error)
{
  for (guint i = 0; i < builder->sections->len; i++)
    {
      const AtlasReportSection *section = g_ptr_array_index (builder->sections, i);
      g_autoptr (GError) local_error = NULL;

      section->add (builder, state, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
  return TRUE;
}

/* As it is asked for, and then shorter and shorter until it takes one page. */
static gboolean
add_fitting_sections (const AtlasTemplate  *template,
                      AtlasReportBuilder   *builder,
                      gpointer              state,
                      GError              **error)
{
  const AtlasReportStyle *style =
    builder->request->style != NULL ? builder->request->style : atlas_report_style_find ("plain");

  for (builder->n_cuts = 0; add_sections (builder, state, error); builder->n_cuts++)
    {
      if (builder->n_cuts == template->n_cuts)
        return TRUE;
      atlas_report_builder_fill_title (builder);
      if (atlas_report_pages_count (builder->report, style) == 1)
        return TRUE;
      atlas_report_builder_begin_again (builder);
    }
  return FALSE;
}

static gboolean
run (const AtlasTemplate  *template,
     AtlasReportBuilder   *builder,
     GError              **error)
{
  g_autofree gpointer state = g_malloc0 (template->size);
  gboolean done = template->start (builder, state, error) && add_fitting_sections (template, builder, state, error);

  template->clear (state);
  return done;
}

/* Fills what stands before all sections and depends on them, and hands the report over. */
static AtlasReport *
finish (AtlasReportBuilder *builder)
{
  atlas_report_builder_fill_title (builder);
  atlas_report_builder_fill_cover (builder);
  return g_steal_pointer (&builder->report);
}

AtlasReport *
atlas_report_build (AtlasDataset              *dataset,
                    AtlasCatalogue            *catalogue,
                    const AtlasReportRequest  *request,
                    GError                   **error)
{
  const AtlasTemplate *template = find_template (request->template_name, error);
  g_autoptr (AtlasReportBuilder) builder = NULL;
  GPtrArray *sections;

  if (template == NULL || !check_regions (template, g_strv_length ((char **) request->regions), error))
    return NULL;
  sections = choose_sections (template, request->sections, error);
  if (sections == NULL)
    return NULL;
  builder = atlas_report_builder_new (dataset, catalogue, request, sections, error);
  if (builder == NULL || !run (template, builder, error))
    return NULL;
  return finish (builder);
}
