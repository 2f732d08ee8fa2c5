using System.Text;
using Crm.BuildingBlocks.Hosting.Imports.Guessing;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Testing;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module.Intake;

/// <summary>Files that nobody has written a profile for.</summary>
public sealed class GuessedMappingTests
{
    private const string German = """
        KdNr;Firma;Straße;PLZ;Ort;Land;Telefon;E-Mail;Ansprechpartner;Geburtsdatum;Farbe
        1001;Müller GmbH;Hauptstr. 1;10115;Berlin;Deutschland;030 1234567;info@mueller.example;Anna Müller;1.4.1980;rot
        1002;Jäger AG;Am Markt 7;80331;München;DE;089 7654321;post@jaeger.example;Bernd Jäger;12.11.1975;blau

        """;

    private const string Chinese = """
        客户编号,公司名称,统一社会信用代码,联系人,手机号码,邮箱,所在城市,备注
        K1,北京测试有限公司,91110108551385082Q,王小明,13800138000,wang@test.example,北京,老客户
        K2,上海示例公司,91310000631306227M,李华,13900139000,li@example.example,上海,

        """;

    private const string English = """
        Account ID,Account Name,Billing Street,Billing City,Zip/Postal Code,Country Code,Main Phone,Contact Mail,Lifecycle Stage,Remarks,Untold
        A-1,Axe Ltd,1 High Street,London,SW1A 1AA,GB,+44 20 7946 0000,axe@axe.example,Active,good,x
        A-2,Bow Inc,2 Main Street,Boston,02108,US,+1 617 555 0100,bow@bow.example,Prospect,,y

        """;

    [Theory]
    [InlineData("windows-1252", German, "KdNr", "name=Firma street=Straße postalCode=PLZ city=Ort country=Land phone=Telefon email=E-Mail contactName=Ansprechpartner bornOn=Geburtsdatum code=KdNr", "Farbe")]
    [InlineData("gb18030", Chinese, "客户编号", "code=客户编号 name=公司名称 taxId=统一社会信用代码 contactName=联系人 mobile=手机号码 email=邮箱 city=所在城市 notes=备注", "")]
    [InlineData("utf-8", English, "Account ID", "name=Account Name street=Billing Street city=Billing City postalCode=Zip/Postal Code country=Country Code phone=Main Phone email=Contact Mail lifecycle=Lifecycle Stage notes=Remarks", "Untold")]
    public async Task The_columns_of_a_file_are_recognised_by_their_names_and_by_what_is_in_them(string encoding, string file, string key, string fields, string unmapped)
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);

        var guess = await customers.GuessImport(Intake.Module, "customers.customers", Bytes(encoding, file));

        guess.Profile.Fields.Select(f => $"{f.Key}={f.Value.Column}").ShouldBe(System.Text.RegularExpressions.Regex.Split(fields, " (?=[a-zA-Z]+=)"), ignoreOrder: true);
        guess.Profile.Key.Columns.ShouldBe([key]);
        guess.Profile.Format.Encoding.ShouldBe(encoding);
        guess.Columns.Where(c => c is { Field: null, IsKey: false }).Select(c => c.Column).ShouldBe(unmapped.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        guess.Columns.Where(c => c.Field is not null).ShouldAllBe(c => c.Confidence >= 0.5 && c.Confidence <= 1);
        guess.MissingFields.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_guessed_takes_the_file_in()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var guess = await customers.GuessImport(Intake.Module, "customers.customers", Bytes("windows-1252", German));

        var import = await customers.Import(Intake.Module, guess.AsJson(), Bytes("windows-1252", German));

        import.Counts.ShouldBe((2, 0, 0, 0));
        (await customers.Search("jager")).ShouldBe(["Jäger AG"]);
    }

    [Fact]
    public async Task A_file_of_which_nothing_is_known_says_what_it_lacks()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);

        var guess = await customers.GuessImport(Intake.Module, "customers.customers", "a,b\n1,x\n2,x\n"u8.ToArray());

        (guess.Profile.Fields.Count, guess.IsKeySure).ShouldBe((0, false));
        guess.MissingFields.ShouldBe(["name"]);
        guess.Profile.Key.Columns.ShouldBe(["a"]);
    }

    [Theory]
    [InlineData("E-Mail,Name\na@x.example,Anna\nb@x.example,Berta\n", "")]
    [InlineData("Key,Name\na@x.example,Anna\nb@x.example,Berta\n", "")]
    [InlineData("Mobile,Name,Colour\n+49 171 1234567,Anna,red\n+49 171 7654321,Berta,blue\n", "Colour")]
    public async Task Nothing_that_tells_of_a_person_is_proposed_as_a_key(string file, string key)
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);

        var guess = await customers.GuessImport(Intake.Module, "customers.customers", Encoding.UTF8.GetBytes(file));

        string.Join(' ', guess.Profile.Key.Columns).ShouldBe(key);
        guess.IsKeySure.ShouldBeFalse();
        guess.Columns.Count(c => c.IsKey).ShouldBe(key.Length == 0 ? 0 : 1);
    }

    private static byte[] Bytes(string encoding, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(encoding).GetBytes(text);
    }
}
