using Crm.Benchmarks.Load;

namespace Crm.Benchmarks.Search;

/// <summary>Invented customers, half of them Chinese, and what people type who look for one of them.</summary>
internal sealed class CustomerBook(HttpClient http, int size)
{
    private const int Seed = 20_261_122;

    private static readonly string[] Places = ["北京", "上海", "广州", "深圳", "杭州", "成都", "武汉", "南京", "西安", "重庆", "苏州", "天津"];
    private static readonly string[] Words = ["华", "宏", "瑞", "嘉", "恒", "盛", "金", "鑫", "新", "远", "达", "通", "安", "泰", "丰", "茂", "兴", "隆", "昌", "源"];
    private static readonly string[] Trades = ["茶叶", "机械", "电子", "食品", "服装", "医药", "建材", "化工", "物流", "科技"];
    private static readonly string[] First = ["Müller", "Schmidt", "García", "Novák", "O'Brien", "Lindström", "Rossi", "Dupont", "Kowalski", "Jensen", "Silva", "Petrov"];
    private static readonly string[] Middle = ["Stahl", "Tea", "Logistik", "Trading", "Papier", "Optik", "Wine", "Textil", "Pharma", "Energy", "Food", "Möbel"];
    private static readonly string[] Forms = ["GmbH", "Ltd", "S.A.", "AG", "Inc", "SpA"];

    private readonly List<(string Name, string Code, string Phone, string Mail)> _customers = Invent(size);

    /// <summary>Kinds of searches, each with what is asked for next.</summary>
    public IReadOnlyDictionary<string, Func<Random, string>> Searches => new Dictionary<string, Func<Random, string>>
    {
        ["a name, whole"] = r => Any(r, western: null).Name,
        ["a Western name, three letters or more of it"] = r => Part(r, Any(r, western: true).Name, 3 + r.Next(6)),
        ["a Chinese name, two characters of it"] = r => Part(r, Any(r, western: false).Name, 2),
        ["a Chinese name, four characters of it"] = r => Part(r, Any(r, western: false).Name, 4),
        ["a code, five digits of it"] = r => Any(r, western: null).Code[^5..],
        ["a phone number, whole"] = r => Any(r, western: null).Phone,
        ["a phone number, its last six digits"] = r => Any(r, western: null).Phone[^6..],
        ["a mail address, whole"] = r => Any(r, western: null).Mail,
        ["what nobody is called"] = r => $"qx{r.Next(1000)}z",
    };

    public Task Fill(CancellationToken ct) => CustomerFile.Import(
        http,
        _customers.Select(c => new CustomerLine(
            c.Code, "organisation", c.Name, "", "Köln", "", c.Phone.StartsWith("+86", StringComparison.Ordinal) ? "CN" : "DE", c.Phone, c.Mail)),
        ct);

    public async Task<bool> Search(string words, CancellationToken ct)
    {
        using var reply = await http.GetAsync($"/api/v1/customers/customers?q={Uri.EscapeDataString(words)}&limit=20", ct);
        await reply.Content.ReadAsByteArrayAsync(ct);
        return reply.IsSuccessStatusCode;
    }

    private static List<(string, string, string, string)> Invent(int size)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, size).Select(i =>
        {
            var isWestern = i % 2 == 0;
            var name = isWestern
                ? $"{One(First, random)} {One(Middle, random)} {random.Next(1000)} {One(Forms, random)}"
                : $"{One(Places, random)}{One(Words, random)}{One(Words, random)}{One(Words, random)}{One(Trades, random)}有限公司";
            var phone = isWestern ? $"+49 30 {random.Next(1_000_000, 9_999_999)}" : $"+86 138 {random.Next(10_000_000, 99_999_999)}";
            return (name, $"S{i:000000}", phone, $"mail{random.Next()}@example.com");
        })];
    }

    private (string Name, string Code, string Phone, string Mail) Any(Random random, bool? western)
    {
        var place = random.Next(size / 2) * 2;
        return _customers[western == true ? place : western == false ? place + 1 : random.Next(size)];
    }

    private static string Part(Random random, string name, int length)
    {
        var from = random.Next(Math.Max(1, name.Length - length));
        return name.Substring(from, Math.Min(length, name.Length - from));
    }

    private static string One(string[] of, Random random) => of[random.Next(of.Length)];
}
