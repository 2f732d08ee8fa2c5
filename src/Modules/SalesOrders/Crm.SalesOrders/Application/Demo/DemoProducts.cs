using Crm.BuildingBlocks;
using Crm.SalesOrders.Application.Catalogue;

namespace Crm.SalesOrders.Application.Demo;

/// <summary>The range of the demo company, which sells tea and what goes with it.</summary>
internal static class DemoProducts
{
    public const string Currency = "EUR";
    private const string Piece = "piece";
    private const string Pack = "pack";

    private static readonly (string Code, Phrase Names, string? Parent)[] Tree =
    [
        ("Tea", new Phrase("Tea", "茶叶"), null),
        ("Green tea", new Phrase("Green tea", "绿茶"), "Tea"),
        ("Black tea", new Phrase("Black tea", "红茶"), "Tea"),
        ("Oolong", new Phrase("Oolong", "乌龙茶"), "Tea"),
        ("Herbal", new Phrase("Herbal tea", "花草茶"), "Tea"),
        ("Teaware", new Phrase("Teaware", "茶具"), null),
        ("Gifts", new Phrase("Gifts", "礼品"), null),
    ];

    private static readonly (string Category, string[] Names, decimal Cheapest)[] Range =
    [
        ("Green tea", ["Longjing 龙井", "Biluochun 碧螺春", "Sencha", "Gunpowder 珠茶", "Gyokuro"], 9m),
        ("Black tea", ["Keemun 祁门", "Dianhong 滇红", "Darjeeling", "Assam", "Ceylon"], 7m),
        ("Oolong", ["Tieguanyin 铁观音", "Dahongpao 大红袍", "Dongding 冻顶"], 14m),
        ("Herbal", ["Chrysanthemum 菊花", "Rooibos", "Peppermint", "Verbena"], 5m),
        ("Teaware", ["Gaiwan 盖碗", "Yixing pot 紫砂壶", "Glass pot", "Tasting cup", "Bamboo tray"], 18m),
        ("Gifts", ["Gift box small", "Gift box large", "Festival box 节日礼盒"], 29m),
    ];

    public static IEnumerable<AddCategory> Categories() => Tree.Select(c => new AddCategory { Code = c.Code, Names = c.Names, Parent = c.Parent });

    public static IEnumerable<AddUnit> Units() =>
    [
        new AddUnit { Code = Piece, Names = new Phrase("Piece", "件") },
        new AddUnit { Code = Pack, Names = new Phrase("Pack", "包") },
    ];

    public static IEnumerable<AddProduct> All()
    {
        var number = 0;
        foreach (var (category, names, cheapest) in Range)
        {
            foreach (var name in names)
            {
                number++;
                var price = cheapest + (number * 7 % 11) + 0.9m;
                yield return new AddProduct
                {
                    Sku = $"T{number:000}",
                    Name = name,
                    Category = category,
                    UnitOfMeasure = category == "Teaware" ? Piece : Pack,
                    Unit = category == "Teaware" ? "piece" : "250 g",
                    ListPrice = price,
                    Currency = Currency,
                    Cost = Math.Round(price * 0.55m, 2),
                    ReorderLevel = 40,
                };
            }
        }
    }
}
