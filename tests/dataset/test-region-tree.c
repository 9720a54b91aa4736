/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "fixture.h"

#include "dataset/region-tree-private.h"

/* The expected numbers were counted in regions.csv with a spreadsheet's means. */

static AtlasRegionTree *
get_tree (void)
{
  return atlas_dataset_get_regions (fixture_open_published ());
}

static const AtlasRegion *
find (const char *code)
{
  const AtlasRegion *region = atlas_region_tree_lookup (get_tree (), code);

  g_assert_nonnull (region);
  return region;
}

static void
test_counts (void)
{
  AtlasRegionTree *tree = get_tree ();
  const guint expected[] = { 1, 34, 333, 2975, 41352, 0 };
  guint counts[ATLAS_REGION_LEVEL_COMMUNITY + 1] = { 0 };
  guint n_not_statutory = 0;

  g_assert_cmpuint (atlas_region_tree_get_size (tree), ==, 44695);
  for (guint i = 0; i < 44695; i++)
    {
      const AtlasRegion *region = atlas_region_tree_get_nth (tree, i);

      counts[region->level]++;
      n_not_statutory += !region->statutory;
    }
  for (guint level = 0; level < G_N_ELEMENTS (expected); level++)
    g_assert_cmpuint (counts[level], ==, expected[level]);
  g_assert_cmpuint (n_not_statutory, ==, 2834);
  g_assert_null (atlas_region_tree_get_nth (tree, 44695));
}

/* Every region is found by its code, knows its place, and is a child of its parent. */
static void
test_links (void)
{
  AtlasRegionTree *tree = get_tree ();
  guint n_children = 0;

  for (guint i = 0; i < atlas_region_tree_get_size (tree); i++)
    {
      const AtlasRegion *region = atlas_region_tree_get_nth (tree, i);

      g_assert_cmpuint (region->index, ==, i);
      g_assert_true (atlas_region_tree_lookup (tree, region->code) == region);
      n_children += region->n_children;
      for (guint j = 0; j < region->n_children; j++)
        {
          g_assert_true (region->children[j]->parent == region);
          g_assert_true (j == 0 || region->children[j - 1]->index < region->children[j]->index);
        }
    }
  g_assert_cmpuint (n_children, ==, 44694);
  g_assert_null (atlas_region_tree_get_root (tree)->parent);
}

static void
test_lookup (void)
{
  const char *unknown[] = { "", "0", "64030", "6403000", "640399", "abc", "64030x", "640303100640303100", "吴忠" };
  const AtlasRegion *hongsibu = find ("640303");

  g_assert_cmpstr (hongsibu->name, ==, "红寺堡区");
  g_assert_cmpstr (hongsibu->pinyin, ==, "hong si bao qu");
  g_assert_cmpint (hongsibu->level, ==, ATLAS_REGION_LEVEL_COUNTY);
  g_assert_true (hongsibu->statutory);
  g_assert_cmpstr (hongsibu->parent->code, ==, "640300");
  g_assert_cmpuint (hongsibu->n_children, ==, 7);
  g_assert_false (find ("640303400")->statutory);
  g_assert_true (find ("640000")->statutory);
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_null (atlas_region_tree_lookup (get_tree (), unknown[i]));
}

/* Prefectures are called as maps have them, and not by the sound of their Chinese names. */
static void
test_english_names (void)
{
  static const char *const names[][2] = {
    { "150100", "Hohhot City" },  { "540100", "Lhasa City" }, { "650100", "Urumqi City" },
    { "653100", "Kashi Prefecture" }, { "542500", "Ngari Prefecture" }, { "460322", "Nansha Islands" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (find (names[i][0])->name_en, ==, names[i][1]);
  g_assert_cmpstr (find ("653100")->pinyin, ==, "ka shi de qu");
}

static void
test_within (void)
{
  g_assert_true (atlas_region_is_within (find ("640303100"), find ("640000")));
  g_assert_true (atlas_region_is_within (find ("640000"), find ("640000")));
  g_assert_false (atlas_region_is_within (find ("640000"), find ("640300")));
  g_assert_false (atlas_region_is_within (find ("640303"), find ("500000")));
}

static void
check_level (const char       *within,
             AtlasRegionLevel  level,
             guint             expected)
{
  g_autoptr (GPtrArray) list = atlas_region_tree_list_level (get_tree (), find (within), level);

  g_assert_cmpuint (list->len, ==, expected);
}

static void
test_level_counts (void)
{
  check_level ("000000", ATLAS_REGION_LEVEL_NATION, 1);
  check_level ("000000", ATLAS_REGION_LEVEL_PROVINCE, 34);
  /* 333 prefectures, 118 counties right under a province, and Taiwan, Hong Kong and Macao */
  check_level ("000000", ATLAS_REGION_LEVEL_PREFECTURE, 454);
  /* 2,975 counties, Dongguan, Zhongshan and Danzhou, and the three */
  check_level ("000000", ATLAS_REGION_LEVEL_COUNTY, 2981);
  check_level ("000000", ATLAS_REGION_LEVEL_TOWNSHIP, 41355);
  check_level ("640000", ATLAS_REGION_LEVEL_PREFECTURE, 5);
  check_level ("640000", ATLAS_REGION_LEVEL_COUNTY, 22);
  check_level ("640000", ATLAS_REGION_LEVEL_TOWNSHIP, 259);
  check_level ("500000", ATLAS_REGION_LEVEL_PREFECTURE, 38);
  check_level ("500000", ATLAS_REGION_LEVEL_COUNTY, 38);
  check_level ("440000", ATLAS_REGION_LEVEL_COUNTY, 124);
  check_level ("460000", ATLAS_REGION_LEVEL_PREFECTURE, 19);
}

/* The single unit that stands for LEVEL, or "" for none. */
static void
check_stand_in (const char       *within,
                AtlasRegionLevel  level,
                const char       *expected)
{
  g_autoptr (GPtrArray) list = atlas_region_tree_list_level (get_tree (), find (within), level);

  g_assert_cmpuint (list->len, ==, expected[0] != '\0' ? 1 : 0);
  if (list->len > 0)
    g_assert_cmpstr (((const AtlasRegion *) g_ptr_array_index (list, 0))->code, ==, expected);
}

static void
test_stand_ins (void)
{
  check_stand_in ("441900", ATLAS_REGION_LEVEL_COUNTY, "441900");
  check_stand_in ("442000", ATLAS_REGION_LEVEL_COUNTY, "442000");
  check_stand_in ("460400", ATLAS_REGION_LEVEL_COUNTY, "460400");
  check_stand_in ("810000", ATLAS_REGION_LEVEL_PREFECTURE, "810000");
  check_stand_in ("810000", ATLAS_REGION_LEVEL_TOWNSHIP, "810000");
  check_stand_in ("500110", ATLAS_REGION_LEVEL_PREFECTURE, "500110");
  check_stand_in ("640303", ATLAS_REGION_LEVEL_COUNTY, "640303");
  /* What lies below the level and stands for nothing there */
  check_stand_in ("640303", ATLAS_REGION_LEVEL_PREFECTURE, "");
  check_stand_in ("640303", ATLAS_REGION_LEVEL_PROVINCE, "");
  check_stand_in ("441900003", ATLAS_REGION_LEVEL_COUNTY, "");
}

/* CODES are what the first results have to be, in this order, where the region of the code NEAR (nullable) is shown. */
static void
check_search_near (const char *text,
                   const char *near,
                   const char *codes)
{
  const AtlasRegion *shown = near != NULL ? atlas_region_tree_lookup (get_tree (), near) : NULL;
  g_autoptr (GPtrArray) found = atlas_region_tree_search (get_tree (), text, shown, 20);
  g_auto (GStrv) expected = g_strsplit (codes, " ", -1);

  g_assert_cmpuint (found->len, >=, g_strv_length (expected));
  for (guint i = 0; expected[i] != NULL; i++)
    g_assert_cmpstr (((const AtlasRegion *) g_ptr_array_index (found, i))->code, ==, expected[i]);
}

static void
check_search (const char *text,
              const char *codes)
{
  check_search_near (text, NULL, codes);
}

static void
test_search (void)
{
  check_search ("吴忠市", "640300");
  check_search ("吴忠", "640300 640303400");
  check_search ("  吴忠　", "640300");
  check_search ("红寺堡", "640303 640303100");
  check_search ("城区", "140302 140502"); /* exact names before 东城区 */
  check_search ("宁夏", "640000");
  check_search ("Wuzhong", "640300");
  check_search ("WUZHONG CITY", "640300");
  check_search ("ｗｕｚｈｏｎｇ", "640300");
  check_search ("wu zhong", "640300");
  check_search ("wu'zhong", "640300");
  check_search ("wuzhongshi", "640300");
  check_search ("lvliang", "141100");
  check_search ("lüliang", "141100");
  check_search ("640303", "640303 640303001");
  check_search ("６４０３", "640300 640302 640303");
  check_search ("6403031", "640303100");
  check_search ("hongsibao", "640303 640303100");
}

/* Initials in full come before longer ones; higher levels first. */
static void
test_search_initials (void)
{
  g_autoptr (GPtrArray) found = atlas_region_tree_search (get_tree (), "wzs", NULL, 20);

  g_assert_cmpuint (found->len, ==, 5);
  check_search ("wzs", "330300 450400 640300 469001 533124204");
  check_search ("WZS", "330300 450400 640300");
}

/* In Ningxia wzs is Wuzhong; but neither a better match nor a higher level stands behind what is near. */
static void
test_search_near (void)
{
  g_autoptr (GPtrArray) first = atlas_region_tree_search (get_tree (), "wzs", find ("640000"), 1);

  g_assert_cmpuint (first->len, ==, 1);
  g_assert_true (g_ptr_array_index (first, 0) == find ("640300"));
  check_search_near ("wzs", "000000", "330300 450400 640300 469001 533124204");
  check_search_near ("wzs", "640000", "640300 330300 450400 469001 533124204");
  check_search_near ("wzs", "640303100", "640300 330300 450400");
  check_search_near ("wzs", "450000", "450400 330300 640300");
  check_search_near ("wzs", "533124", "330300 450400 640300 469001 533124204");
  check_search_near ("北京", "640105", "110000 640105002 640106004");
  check_search_near ("城区", "110000", "140302 140502"); /* exactly so, before 东城区 */
  /* The county's own, those of its prefecture, of its province, then of the nation */
  check_search_near ("城关镇", "610328", "610328100 610305100 610327100 610921100 610922100 610923100 610924100 610925100 "
                                         "610926100 610927100 610929100 610981100 120114110");
}

static void
test_search_limits (void)
{
  const char *nothing[] = { "", "   ", "xyzzy", "红寺堡区区", "999999", "\xff\xfe", "%", "'" };

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr (GPtrArray) found = atlas_region_tree_search (get_tree (), nothing[i], NULL, 20);

      g_assert_cmpuint (found->len, ==, 0);
    }
  for (guint limit = 0; limit < 30; limit += 7)
    {
      g_autoptr (GPtrArray) found = atlas_region_tree_search (get_tree (), "a", NULL, limit);

      g_assert_cmpuint (found->len, ==, limit);
    }
}

static void
check_short_name (const char *code,
                  const char *expected)
{
  g_autofree char *name = atlas_region_dup_short_name (find (code));

  g_assert_cmpstr (name, ==, expected);
}

static void
test_short_names (void)
{
  check_short_name ("532900", "Dali Prefecture");
  check_short_name ("522600", "Qiandongnan Prefecture");
  check_short_name ("150722", "Molidawa Banner");
  check_short_name ("640000", "Ningxia");
  check_short_name ("500110", "Qijiang District");
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  check_short_name ("000000", "全国");
  check_short_name ("110000", "北京");
  check_short_name ("130000", "河北");
  check_short_name ("150000", "内蒙古");
  check_short_name ("450000", "广西");
  check_short_name ("540000", "西藏");
  check_short_name ("640000", "宁夏");
  check_short_name ("650000", "新疆");
  check_short_name ("710000", "台湾");
  check_short_name ("810000", "香港");
  check_short_name ("640300", "吴忠市");
  check_short_name ("500110", "綦江区");
  check_short_name ("532900", "大理州");
  check_short_name ("513400", "凉山州");
  check_short_name ("422800", "恩施州");
  check_short_name ("532800", "西双版纳州");
  check_short_name ("654000", "伊犁州");
  check_short_name ("653000", "克孜勒苏州");
  check_short_name ("652700", "博尔塔拉州");
  check_short_name ("632800", "海西州");
  check_short_name ("622927", "积石山县");
  check_short_name ("622926", "东乡县");
  check_short_name ("150723", "鄂伦春旗");
  check_short_name ("150724", "鄂温克旗");
  check_short_name ("150722", "莫力达瓦旗");
  check_short_name ("220721", "前郭尔罗斯县");
  check_short_name ("450328", "龙胜县");
  check_short_name ("522732", "三都县");
  check_short_name ("533325", "兰坪县");
  check_short_name ("632723", "称多县");
  g_setenv ("LANGUAGE", "en", TRUE);
}

static void
check_bare_names (const char *code,
                  const char *expected)
{
  g_auto (GStrv) names = atlas_region_dup_bare_names (find (code));
  g_autofree char *joined = g_strjoinv (" ", names);

  g_assert_cmpstr (joined, ==, expected);
}

/* The names without 省, 市, 自治县 and the like, and without the peoples in them. */
static void
test_bare_names (void)
{
  check_bare_names ("640000", "宁夏回族 宁夏");
  check_bare_names ("640300", "吴忠");
  check_bare_names ("640303", "红寺堡");
  check_bare_names ("640303100", "红寺堡");
  check_bare_names ("150000", "内蒙古");
  check_bare_names ("810000", "香港");
  check_bare_names ("532900", "大理白族 大理");
  check_bare_names ("652700", "博尔塔拉蒙古 博尔塔拉");
  check_bare_names ("622926", "东乡族 东乡");
  check_bare_names ("622927", "积石山保安族东乡族撒拉族 积石山");
  check_bare_names ("450328", "龙胜各族 龙胜");
  check_bare_names ("410304", "瀍河回族 瀍河");
  check_bare_names ("110101001", "东华门");
  check_bare_names ("140302", "");
  check_bare_names ("000000", "");
}

static void
test_path (void)
{
  g_autofree char *english = atlas_region_dup_path (find ("640303"), " › ");
  g_autofree char *chinese = NULL;
  g_autofree char *root = atlas_region_dup_path (find ("000000"), " › ");

  g_assert_cmpstr (english, ==, "China › Ningxia › Wuzhong City › Hongsibu District");
  g_assert_cmpstr (root, ==, "China");
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  chinese = atlas_region_dup_path (find ("640303"), " › ");
  g_setenv ("LANGUAGE", "en", TRUE);
  g_assert_cmpstr (chinese, ==, "全国 › 宁夏回族自治区 › 吴忠市 › 红寺堡区");
}

static void
test_levels (void)
{
  const char *ids[] = { "nation", "province", "prefecture", "county", "township", "community" };
  AtlasRegionLevel level;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_true (atlas_region_level_from_id (ids[i], &level));
      g_assert_cmpint (level, ==, i);
      g_assert_cmpstr (atlas_region_level_to_id (i), ==, ids[i]);
      g_assert_cmpstr (atlas_region_level_get_name (i), ==, ids[i]);
    }
  g_assert_false (atlas_region_level_from_id ("County", &level));
}

static gboolean
add (AtlasRegionTreeBuilder *builder,
     const char             *code,
     const char             *parent_code)
{
  AtlasRegion region = { .code = code, .name = "x", .name_en = "x", .pinyin = "x" };
  g_autoptr (GError) error = NULL;
  gboolean added = atlas_region_tree_builder_add (builder, &region, parent_code, &error);

  if (!added)
    g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_DAMAGED);
  return added;
}

static void
test_builder (void)
{
  g_autoptr (AtlasRegionTreeBuilder) builder = atlas_region_tree_builder_new ();
  g_autoptr (AtlasRegionTree) tree = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_region_tree_builder_finish (builder, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_DAMAGED);
  g_clear_error (&error);

  g_assert_false (add (builder, "110000", "000000")); /* no nation yet */
  g_assert_true (add (builder, "000000", ""));
  g_assert_false (add (builder, "110000", "")); /* a second nation */
  g_assert_true (add (builder, "110000", "000000"));
  g_assert_false (add (builder, "110000", "000000")); /* twice */
  g_assert_false (add (builder, "100000", "000000")); /* out of order */
  g_assert_false (add (builder, "11010a", "110000"));
  tree = atlas_region_tree_builder_finish (builder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (atlas_region_tree_get_size (tree), ==, 2);
}

static AtlasRegionTree *
read_tree (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, &error);

  g_assert_no_error (error);
  return atlas_region_tree_ref (atlas_dataset_get_regions (dataset));
}

/* Datasets have one tree in memory as long as they have the same divisions, and of each what its file says. */
static void
test_shared (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "own.atlas");
  g_autofree char *other_path = fixture_copy (folder, "other.atlas");
  g_autoptr (AtlasRegionTree) tree = read_tree (path);
  g_autoptr (AtlasRegionTree) other = read_tree (other_path);
  g_autoptr (AtlasRegionTree) renamed = NULL;
  g_autoptr (AtlasRegionTree) again = NULL;

  g_assert_true (other == tree);
  fixture_run_sql (other_path, "UPDATE regions SET name = '吴忠新市' WHERE code = '640300'");
  renamed = read_tree (other_path);
  g_assert_true (renamed != tree);
  g_assert_cmpstr (atlas_region_tree_lookup (renamed, "640300")->name, ==, "吴忠新市");
  g_assert_cmpstr (atlas_region_tree_lookup (tree, "640300")->name, ==, "吴忠市");
  again = read_tree (path);
  g_assert_cmpstr (atlas_region_tree_lookup (again, "640300")->name, ==, "吴忠市");
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/region-tree/counts", test_counts);
  g_test_add_func ("/dataset/region-tree/links", test_links);
  g_test_add_func ("/dataset/region-tree/lookup", test_lookup);
  g_test_add_func ("/dataset/region-tree/english-names", test_english_names);
  g_test_add_func ("/dataset/region-tree/within", test_within);
  g_test_add_func ("/dataset/region-tree/level-counts", test_level_counts);
  g_test_add_func ("/dataset/region-tree/stand-ins", test_stand_ins);
  g_test_add_func ("/dataset/region-tree/builder", test_builder);
  g_test_add_func ("/dataset/region-tree/shared", test_shared);
  g_test_add_func ("/dataset/region/search", test_search);
  g_test_add_func ("/dataset/region/search-initials", test_search_initials);
  g_test_add_func ("/dataset/region/search-near", test_search_near);
  g_test_add_func ("/dataset/region/search-limits", test_search_limits);
  g_test_add_func ("/dataset/region/short-names", test_short_names);
  g_test_add_func ("/dataset/region/bare-names", test_bare_names);
  g_test_add_func ("/dataset/region/path", test_path);
  g_test_add_func ("/dataset/region/levels", test_levels);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
