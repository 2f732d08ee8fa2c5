namespace Crm.Customers.Application.Demo;

/// <summary>What invented customers are made of. None of them exists.</summary>
internal static class DemoNames
{
    public static readonly string[] WesternFirst =
        ["Anna", "Bruno", "Clara", "David", "Elena", "Felix", "Greta", "Hugo", "Ines", "Jonas", "Karin", "Louis", "Marta", "Nils", "Olga", "Paul", "Rosa", "Simon", "Thea", "Viktor"];

    public static readonly string[] WesternLast =
        ["Albrecht", "Bianchi", "Carlsen", "Dupont", "Eriksson", "Fischer", "García", "Hansen", "Ivanova", "Jensen", "Kowalski", "Lefèvre", "Müller", "Novák", "O'Brien", "Pettersson", "Rossi", "Schmidt", "Tanaka", "Weiß"];

    public static readonly string[] ChineseLast = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林"];

    public static readonly string[] ChineseFirst = ["伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "洋", "艳", "勇", "杰", "涛", "明", "秀英", "建国", "晓明", "志强", "雨桐", "子涵"];

    public static readonly string[] WesternTrades =
        ["Logistics", "Foods", "Instruments", "Textiles", "Optics", "Pharma", "Robotics", "Ceramics", "Paper", "Garden Supplies", "Bakery", "Marine", "Energy", "Books", "Toys"];

    public static readonly string[] WesternForms = ["GmbH", "Ltd", "S.A.", "AB", "B.V.", "Inc.", "S.r.l."];

    public static readonly string[] ChineseTrades = ["食品", "机械", "纺织", "光电", "医药", "物流", "建材", "文具", "茶业", "电子", "家居", "印刷"];

    public static readonly string[] ChineseWords = ["华兴", "鑫源", "瑞丰", "天成", "恒达", "东方", "金桥", "长青", "明珠", "同德", "安泰", "福临"];

    public static readonly (string Country, string Region, string City)[] WesternPlaces =
    [
        ("Germany", "Bayern", "München"), ("Germany", "Hamburg", "Hamburg"), ("France", "Île-de-France", "Paris"), ("France", "Auvergne-Rhône-Alpes", "Lyon"),
        ("Sweden", "Skåne", "Malmö"), ("Italy", "Lombardia", "Milano"), ("Spain", "Cataluña", "Barcelona"), ("UK", "England", "London"),
        ("USA", "WA", "Seattle"), ("USA", "NY", "New York"), ("Poland", "Mazowieckie", "Warszawa"), ("Netherlands", "Noord-Holland", "Amsterdam"),
    ];

    public static readonly (string Country, string Region, string City)[] ChinesePlaces =
    [
        ("China", "北京市", "北京"), ("China", "上海市", "上海"), ("China", "广东省", "深圳"), ("China", "广东省", "广州"), ("China", "浙江省", "杭州"),
        ("China", "江苏省", "南京"), ("China", "四川省", "成都"), ("China", "湖北省", "武汉"), ("China", "陕西省", "西安"), ("China", "福建省", "厦门"),
    ];

    public static readonly string[] Sources = ["referral", "fair", "website", "cold call", "partner", "advertising"];

    public static readonly string[] Channels = ["shop", "web", "phone", "social", "marketplace", "partner"];
}
