/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Registers of national size, made by chance from the bundled divisions: the same bytes for the same seed on every
 * machine. generate --help says how. Beside the registers it writes expected.json: see generator/expected.h. */

#include "config.h"

#include <locale.h>

#include "dataset/dataset.h"
#include "generator/funding.h"
#include "generator/people.h"
#include "generator/services.h"

static gboolean
fail (GError    **error,
      const char *message)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
  return FALSE;
}

/* SCALE and FORMAT (nullable) as they were given. */
static gboolean
check_options (GeneratorOptions *options,
               double            scale,
               const char       *format,
               GError          **error)
{
  options->xlsx = g_strcmp0 (format, "xlsx") == 0;
  if (format != NULL && !options->xlsx && !g_str_equal (format, "csv"))
    return fail (error, "--format is csv or xlsx");
  if (!(scale >= 0.001 && scale <= 100))
    return fail (error, "--scale is from 0.001 to 100");
  options->per_million = scale * 1000000 + 0.5;
  if (options->year < 2000 || options->year > 2100)
    return fail (error, "--year is from 2000 to 2100");
  if (options->english && options->untidy)
    return fail (error, "--untidy is in Chinese only");
  return TRUE;
}

static gboolean
read_options (GeneratorOptions *options,
              int               argc,
              char            **argv,
              GError          **error)
{
  g_autofree char *format = NULL;
  gint64 seed = 1;
  int year = 2024;
  double scale = 1;
  const GOptionEntry entries[] = {
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &scale, "1 (default) is national size; below that, fewer counties", "S" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "Other data of the same kind", "N" },
    { "year", 0, 0, G_OPTION_ARG_INT, &year, "The last year of the data", "YEAR" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, "csv (default) or xlsx", "FORMAT" },
    { "english", 0, 0, G_OPTION_ARG_NONE, &options->english, "English headers and words", NULL },
    { "untidy", 0, 0, G_OPTION_ARG_NONE, &options->untidy, "As people write it, with the same meaning", NULL },
    { "split", 0, 0, G_OPTION_ARG_NONE, &options->split, "A folder for each province", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("OUT_DIR");

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_summary (context, "Writes four registers, and expected.json: what is to be counted in them.");
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;
  if (argc != 2)
    return fail (error, "Name the folder to write to");
  options->out_dir = g_strdup (argv[1]);
  options->seed = seed;
  options->year = MAX (year, 0);
  return check_options (options, scale, format, error);
}

static void
write_stations (const RegisterTask *task)
{
  for (guint i = 0; i < task->country->counties->len; i++)
    expected_add_county (task->expected, &g_array_index (task->country->counties, County, i));
  stations_write (task->country, task->writer, task->options);
}

static gboolean
write_register (const RegisterForm     *form,
                void                  (*write) (const RegisterTask *task),
                const Country          *country,
                Expected               *expected,
                const GeneratorOptions *options,
                GError                **error)
{
  RegisterTask task = { country, register_writer_new (form, country, options), expected, options };
  guint n_rows;

  write (&task);
  n_rows = register_writer_get_n_rows (task.writer);
  expected_set_n_rows (expected, form, n_rows);
  if (!register_writer_close (task.writer, error))
    return FALSE;
  g_print ("%-10s %9u rows\n", form->id, n_rows);
  return TRUE;
}

static gboolean
generate (const GeneratorOptions *options,
          GError                **error)
{
  g_autofree char *csv_dir = atlas_dataset_dup_bundled_csv_dir ();
  g_autofree char *regions_path = g_build_filename (csv_dir, "regions.csv", NULL);
  g_autofree char *expected_path = g_build_filename (options->out_dir, "expected.json", NULL);
  g_autoptr (Country) country = country_read (regions_path, options->per_million, options->seed, error);
  g_autoptr (Expected) expected = NULL;

  if (country == NULL)
    return FALSE;
  stations_plan (country, options);
  expected = expected_new (country, options->year);
  return write_register (&vocabulary_stations, write_stations, country, expected, options, error) &&
         write_register (&vocabulary_personnel, people_write, country, expected, options, error) &&
         write_register (&vocabulary_funding, funding_write, country, expected, options, error) &&
         write_register (&vocabulary_services, services_write, country, expected, options, error) &&
         expected_write (expected, expected_path, error);
}

int
main (int    argc,
      char **argv)
{
  GeneratorOptions options = { NULL };
  g_autoptr (GError) error = NULL;
  gboolean success;

  setlocale (LC_ALL, "C.UTF-8");
  success = read_options (&options, argc, argv, &error) && generate (&options, &error);
  if (!success)
    g_printerr ("generate: %s\n", error->message);
  g_free (options.out_dir);
  return success ? 0 : 1;
}
