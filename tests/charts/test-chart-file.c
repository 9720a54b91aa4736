/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <locale.h>
#include <math.h>
#include <poppler.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "charts/chart-file.h"
#include "chart-samples.h"
#include "dataset/dataset-error.h"
#include "test-folder.h"

/* Poppler 22.12 has none. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

/* Where the titles stand, in a picture at twice the size. */
#define TITLES_LEFT 10
#define TITLES_WIDTH 780
#define TITLES_TOP 10
#define TITLES_HEIGHT 100

typedef struct {
  char *folder;
  AtlasChartSpec *spec;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (AtlasTable) table = sample_four ();

  self->folder = test_folder_make ();
  self->spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  test_folder_remove (self->folder);
  atlas_chart_spec_free (self->spec);
}

static char *
save (Fixture    *self,
      const char *name,
      double      width,
      double      height,
      gsize      *length)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;

  atlas_chart_save (self->spec, atlas_chart_style_light (), width, height, 2.0, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, length, NULL));
  return contents;
}

static void
assert_refused (Fixture    *self,
                const char *name,
                double      width,
                double      height,
                GQuark      domain,
                int         code)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  guint before = test_folder_count (self->folder);

  g_assert_false (atlas_chart_save (self->spec, atlas_chart_style_light (), width, height, 1.0, path, &error));
  g_assert_error (error, domain, code);
  g_assert_cmpuint (test_folder_count (self->folder), ==, before);
}

/* Twice the size in pixels, opaque, and with titles and source even where the specification has none. */
static void
test_png (Fixture       *self,
          gconstpointer  data)
{
  g_autofree char *contents = NULL;
  g_autofree char *path = g_build_filename (self->folder, "a.png", NULL);
  cairo_surface_t *picture;
  gsize length;

  contents = save (self, "a.png", 400.0, 300.0, &length);
  picture = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 800);
  g_assert_cmpint (cairo_image_surface_get_height (picture), ==, 600);
  g_assert_cmpint (cairo_image_surface_get_format (picture), ==, CAIRO_FORMAT_RGB24);
  g_assert_cmphex (*(guint32 *) (void *) cairo_image_surface_get_data (picture) & 0xffffff, ==, 0xffffff);
  cairo_surface_destroy (picture);
}

/* A document with title and date, the same byte for byte when written again. */
static void
test_pdf (Fixture       *self,
          gconstpointer  data)
{
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  gsize one_length, other_length;

  one = save (self, "a.pdf", 400.0, 0.0, &one_length);
  other = save (self, "b.PDF", 400.0, 0.0, &other_length);
  g_assert_cmpmem (one, 4, "%PDF", 4);
  g_assert_cmpmem (one, one_length, other, other_length);
  g_assert_cmpuint (test_folder_count (self->folder), ==, 2);
}

/* How dark what stands over the plot in PICTURE, which is 800 pixels wide, is. */
static double
measure_titles (cairo_surface_t *picture)
{
  const guint8 *data = cairo_image_surface_get_data (picture);
  double ink = 0;

  for (guint y = TITLES_TOP; y < TITLES_TOP + TITLES_HEIGHT; y++)
    for (guint x = TITLES_LEFT; x < TITLES_LEFT + TITLES_WIDTH; x++)
      ink += 255 - data[y * (guint) cairo_image_surface_get_stride (picture) + 4 * x];
  return ink;
}

static cairo_surface_t *
render_pdf (const char *contents,
            gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (contents, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_autoptr (PopplerPage) page = NULL;
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 600);
  cairo_t *cr = cairo_create (picture);

  g_assert_no_error (error);
  page = poppler_document_get_page (document, 0);
  cairo_scale (cr, 2.0, 2.0);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  return picture;
}

/* cairo 1.16 leaves parts of this character out of the font, and it would not be drawn. */
static void
test_pdf_has_all_characters (Fixture       *self,
                             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "a.png", NULL);
  g_autofree char *png = NULL, *pdf = NULL;
  cairo_surface_t *expected, *found;
  gsize length;
  double ink;

  atlas_chart_spec_set_titles (self->spec, "Title", "如如如如如如");
  png = save (self, "a.png", 400.0, 300.0, &length);
  pdf = save (self, "a.pdf", 400.0, 300.0, &length);
  expected = cairo_image_surface_create_from_png (path);
  found = render_pdf (pdf, length);
  ink = measure_titles (expected);
  g_assert_cmpfloat (ink, >, 0);
  g_assert_cmpfloat_with_epsilon (measure_titles (found), ink, 0.1 * ink);
  cairo_surface_destroy (expected);
  cairo_surface_destroy (found);
}

static void
test_svg (Fixture       *self,
          gconstpointer  data)
{
  g_autofree char *contents = NULL;
  gsize length;

  contents = save (self, "a.svg", 400.0, 250.0, &length);
  g_assert_nonnull (strstr (contents, "<svg"));
  g_assert_nonnull (strstr (contents, "width=\"400pt\" height=\"250pt\""));
}

/* A file that is there is replaced as a whole; the folder holds nothing else. */
static void
test_replace (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "a.svg", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  contents = save (self, "a.svg", 400.0, 0.0, &length);
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpuint (test_folder_count (self->folder), ==, 1);
}

static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  assert_refused (self, "a.gif", 400, 300, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_FORMAT);
  assert_refused (self, "a.png", 40000, 300, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_SIZE);
  assert_refused (self, "a.png", 400, 40000, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_SIZE);
  assert_refused (self, "a.png", 10, 10, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_SIZE);
  assert_refused (self, "a.png", NAN, 300, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_SIZE);
  assert_refused (self, "no/such/folder/a.png", 400, 300, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_FAILED);
}

/* Where files can grow to four kilobytes only, as on a full disk, no part of a file comes to be. */
static void
test_no_room (Fixture       *self,
              gconstpointer  data)
{
  static const char *const names[] = { "a.png", "a.svg", "a.pdf" };
  struct rlimit usual, small;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &usual), ==, 0);
  small = (struct rlimit) { 4096, usual.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_refused (self, names[i], 400, 300, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_FAILED);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &usual), ==, 0);
  g_assert_cmpuint (test_folder_count (self->folder), ==, 0);
}

/* C13 */
static void
test_no_source (Fixture       *self,
                gconstpointer  data)
{
  static const SampleRow missing[] = { { "640000", NULL, 2023, NAN } };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2023, 2023, missing, 1);
  g_autoptr (AtlasTable) bare = sample_four ();

  atlas_chart_spec_free (self->spec);
  self->spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  assert_refused (self, "a.png", 400, 300, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_NO_SOURCE);
  atlas_chart_spec_free (self->spec);
  self->spec = atlas_chart_spec_new (ATLAS_CHART_BAR, bare);
  for (guint i = 0; i < atlas_table_get_n_rows (bare); i++)
    g_ptr_array_set_size (atlas_table_get_row (bare, i)->sources, 0);
  assert_refused (self, "a.png", 400, 300, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_NO_SOURCE);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/charts/file/png", Fixture, NULL, set_up, test_png, tear_down);
  g_test_add ("/charts/file/pdf", Fixture, NULL, set_up, test_pdf, tear_down);
  g_test_add ("/charts/file/pdf-characters", Fixture, NULL, set_up, test_pdf_has_all_characters, tear_down);
  g_test_add ("/charts/file/svg", Fixture, NULL, set_up, test_svg, tear_down);
  g_test_add ("/charts/file/replace", Fixture, NULL, set_up, test_replace, tear_down);
  g_test_add ("/charts/file/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/charts/file/no-room", Fixture, NULL, set_up, test_no_room, tear_down);
  g_test_add ("/charts/file/no-source", Fixture, NULL, set_up, test_no_source, tear_down);
  return g_test_run ();
}
