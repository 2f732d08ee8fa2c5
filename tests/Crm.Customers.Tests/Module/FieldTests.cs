using System.Text.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Application.Fields;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Fields;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module;

public sealed class FieldTests
{
    private static readonly Phrase Named = new("A field", "字段");

    [SkippableTheory, EveryProvider]
    public async Task Customers_have_what_the_company_wants_to_know_of_them_and_lists_find_them_by_it(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        await Define(customers, "deliveryDays", FieldType.Number, f => f with { Min = 0, Max = 10 });
        await Define(customers, "since", FieldType.Date);
        await Define(customers, "vat", FieldType.Flag);
        await Define(customers, "tier", FieldType.Choice, f => f with { Options = [Option("gold"), Option("silver")] });
        await Define(customers, "interests", FieldType.Choices, f => f with { Options = [Option("golf"), Option("wine"), Option("tea")] });
        await Define(customers, "note", FieldType.Text);
        var fast = await Register(customers, "Fast", """{ "deliveryDays": 1.5, "since": "2020-02-29", "vat": true, "tier": "gold", "interests": ["wine", "golf"], "note": "A" }""");
        await Register(customers, "Slow", """{ "deliveryDays": 9, "since": "2024-01-01", "vat": false, "tier": "silver", "interests": ["tea"] }""");
        await Register(customers, "Silent", "{}");

        (await Said(customers, fast)).ShouldBe("""{"deliveryDays":1.5,"interests":["golf","wine"],"note":"A","since":"2020-02-29","tier":"gold","vat":true}""");
        foreach (var (query, found) in new[]
                 {
                     ("filter[fields.deliveryDays][gte]=1.5&filter[fields.deliveryDays][lt]=9", "Fast"),
                     ("filter[fields.deliveryDays][between]=1,9", "Fast,Slow"),
                     ("filter[fields.since][lte]=2020-12-31", "Fast"),
                     ("filter[fields.vat]=false", "Slow"),
                     ("filter[fields.tier][ne]=gold", "Silent,Slow"),
                     ("filter[fields.tier][in]=gold,silver", "Fast,Slow"),
                     ("filter[fields.interests]=golf", "Fast"),
                     ("filter[fields.interests][nin]=golf,tea", "Silent"),
                     ("filter[fields.note][isNull]=false", "Fast"),
                     ("filter[fields.note][isNull]=true", "Silent,Slow"),
                     ("filter[fields.note][contains]=a", "Fast"),
                     ("sort=-fields.deliveryDays", "Slow,Fast,Silent"),
                     ("sort=fields.since", "Fast,Slow,Silent"),
                 })
        {
            (await customers.List(query)).ShouldBe(found, query);
            (await customers.List($"{query}&limit=1")).ShouldBe(found, $"one by one: {query}");
        }

        (await Should.ThrowAsync<InvalidInput>(() => customers.List("filter[fields.colour]=red"))).Errors.Single().Pointer.ShouldBe("filter[fields.colour]");
    }

    [Fact]
    public async Task What_does_not_fit_its_field_is_refused_where_it_stands()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        await Define(customers, "days", FieldType.Number, f => f with { Min = 0, Max = 10 });
        await Define(customers, "since", FieldType.Date, f => f with { Earliest = new DateOnly(2000, 1, 1) });
        await Define(customers, "plate", FieldType.Text, f => f with { Pattern = "[A-Z]{1,3}-[0-9]+", MaxLength = 8 });
        await Define(customers, "slow", FieldType.Text, f => f with { Pattern = "(a+)+" });
        await Define(customers, "tier", FieldType.Choice, f => f with { Options = [Option("gold"), Option("old") with { IsRetired = true }] });
        await Define(customers, "gone", FieldType.Text, f => f with { IsRetired = true });
        await Define(customers, "duty", FieldType.Text, f => f with { Required = new RequiredInput(CustomerKind.Organisation, Lifecycle.Active) });

        foreach (var (fields, pointer) in new[]
                 {
                     ("""{ "days": 11 }""", "/fields/days"), ("""{ "days": "1" }""", "/fields/days"), ("""{ "days": 1.23456 }""", "/fields/days"),
                     ("""{ "days": 1e30 }""", "/fields/days"), ("""{ "since": "1999-12-31" }""", "/fields/since"), ("""{ "since": "2026-02-30" }""", "/fields/since"),
                     ("""{ "plate": "b-1" }""", "/fields/plate"), ("""{ "plate": "B-1\n" , "days": 0 }""", ""), ("""{ "plate": "ABC-12345" }""", "/fields/plate"),
                     ("""{ "plate": "\u0000" }""", "/fields/plate"), ("""{ "plate": "\ud800" }""", "/fields/plate"), ("""{ "tier": "bronze" }""", "/fields/tier"),
                     ("""{ "tier": "old" }""", "/fields/tier"), ("""{ "tier": ["gold"] }""", "/fields/tier"), ("""{ "gone": "x" }""", "/fields/gone"),
                     ("""{ "col/our": "x" }""", "/fields/col~1our"), ("""{ "days": {} }""", "/fields/days"),
                     ($$"""{ "slow": "{{new string('a', 60)}}!" }""", "/fields/slow"),
                 })
        {
            if (pointer.Length == 0) await Register(customers, "Trimmed", fields);
            else (await Should.ThrowAsync<InvalidInput>(() => Register(customers, "Wrong", fields))).Errors.Select(e => e.Pointer).ShouldBe([pointer], fields);
        }

        var prospect = await Register(customers, "Prospect", "{}");
        (await Should.ThrowAsync<InvalidInput>(() => customers.Send(new ChangeCustomer(prospect, Input("Prospect", "{}") with { Lifecycle = Lifecycle.Active }))))
            .Errors.Single().Pointer.ShouldBe("/fields/duty");
        await customers.Send(new ChangeCustomer(prospect, Input("Prospect", """{ "duty": "done" }""") with { Lifecycle = Lifecycle.Active }));
        await customers.Register(Input("Person", "{}") with { Lifecycle = Lifecycle.Active, Kind = CustomerKind.Person });
    }

    [Fact]
    public async Task A_definition_that_changes_leaves_what_stands_there_readable()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var tier = await Define(customers, "tier", FieldType.Choice, f => f with { Options = [Option("gold"), Option("silver")] });
        var days = await Define(customers, "days", FieldType.Number);
        var old = await Register(customers, "Old", """{ "tier": "silver", "days": 20 }""");

        var strict = new DefineField { Key = "days", Names = Named, Type = FieldType.Number, Max = 10 };
        await customers.Send(Changed(days, strict));
        await customers.Send(Changed(tier, Definition("tier", FieldType.Choice) with { Options = [Option("gold"), Option("silver") with { IsRetired = true }] }));
        await Define(customers, "duty", FieldType.Text, f => f with { Required = new RequiredInput() });

        await customers.Send(new ChangeCustomer(old, Input("Old, renamed", """{ "tier": "silver", "days": 20 }""")));
        (await Said(customers, old)).ShouldBe("""{"days":20,"tier":"silver"}""");
        await Should.ThrowAsync<InvalidInput>(() => customers.Send(new ChangeCustomer(old, Input("Old", """{ "tier": "silver", "days": 21 }"""))));
        await Refused("customers.field-type-in-use", days, strict with { Type = FieldType.Text, Max = null });
        await Refused("customers.field-secrecy-in-use", days, strict with { IsPersonal = true });
        await Refused("customers.field-option-in-use", tier, Definition("tier", FieldType.Choice) with { Options = [Option("gold")] });

        await customers.Send(Changed(days, strict with { IsRetired = true }));
        await customers.Send(new ChangeCustomer(old, Input("Old", """{ "tier": "gold" }""")));
        (await Said(customers, old)).ShouldBe("""{"days":20,"tier":"gold"}""");
        (await customers.List("filter[fields.days]=20")).ShouldBe("Old");

        async Task Refused(string rule, Guid field, DefineField definition) =>
            (await Should.ThrowAsync<RuleBroken>(() => customers.Send(Changed(field, definition)))).Rule.Code.ShouldBe(rule);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_personal_field_is_unreadable_in_the_database_and_gone_with_the_person(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        await Define(customers, "allergies", FieldType.Choices, f => f with { IsPersonal = true, Options = [Option("nuts"), Option("milk")] });
        await Define(customers, "shoeSize", FieldType.Number, f => f with { IsPersonal = true });
        await Define(customers, "days", FieldType.Number);
        var anna = (await customers.Register(Input("Anna", """{ "allergies": ["nuts", "milk"], "shoeSize": 38.5, "days": 3 }""") with { Kind = CustomerKind.Person })).Id;

        (await Said(customers, anna)).ShouldBe("""{"allergies":["milk","nuts"],"days":3,"shoeSize":38.5}""");
        (await customers.Read<CustomersDbContext, List<FieldValue>>(db => db.FieldValues.Where(v => v.Key != "days").ToListAsync()))
            .ShouldAllBe(v => v.Text == null && v.Number == null && !v.Slot.Contains("nuts"));
        await Should.ThrowAsync<InvalidInput>(() => customers.List("filter[fields.shoeSize][gte]=30"));
        await Should.ThrowAsync<InvalidInput>(() => customers.List("sort=fields.shoeSize"));

        await customers.Given(new PersonErasureRequestedV1(anna, customers.Time.GetUtcNow()), $"person-{anna}", 1);

        (await Said(customers, anna)).ShouldBe("""{"days":3}""");
    }

    [SkippableTheory, EveryProvider]
    public async Task Tags_are_found_however_they_are_written_and_counted_as_one(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var first = await customers.Register(new CustomerInput { Name = "First", Tags = ["Große Kunden", "vip"] });
        await customers.Register(new CustomerInput { Name = "Second", Tags = ["ＶＩＰ", "VIP"] });
        await customers.Register(new CustomerInput { Name = "Third" });

        (await customers.List("filter[tags]=Vip")).ShouldBe("First,Second");
        (await customers.List("filter[tags][in]=GROSSE KUNDEN,nobody")).ShouldBe("First");
        (await customers.List("filter[tags][startsWith]=gros")).ShouldBe("First");
        (await customers.List("filter[tags][ne]=vip")).ShouldBe("Third");
        (await customers.List("filter[tags][isNull]=true")).ShouldBe("Third");

        await customers.Send(new ChangeCustomer(first.Id, new CustomerInput { Name = "First", Tags = ["vip", "new"] }));
        (await customers.List("filter[tags]=grosse kunden")).ShouldBeEmpty();
        (await customers.List("filter[tags]=new")).ShouldBe("First");
        await customers.Given(new PersonErasureRequestedV1(first.Id, customers.Time.GetUtcNow()), $"person-{first.Id}", 1);
        (await customers.Read<CustomersDbContext, int>(db => db.Tags.CountAsync(t => t.CustomerId == new CustomerId(first.Id)))).ShouldBe(0);
    }

    private static OptionInput Option(string key) => new(key, Named);

    private static DefineField Definition(string key, FieldType type) => new() { Key = key, Names = Named, Type = type };

    private static async Task<Guid> Define(ModuleHarness customers, string key, FieldType type, Func<DefineField, DefineField>? more = null) =>
        (await customers.Send((more ?? (f => f))(Definition(key, type)))).Id;

    private static ChangeField Changed(Guid id, DefineField f) => new()
    {
        Id = id,
        Names = f.Names,
        Type = f.Type,
        IsPersonal = f.IsPersonal,
        Required = f.Required,
        Min = f.Min,
        Max = f.Max,
        Options = f.Options,
        IsRetired = f.IsRetired,
    };

    private static CustomerInput Input(string name, string fields) =>
        new() { Name = name, Fields = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(fields)! };

    private static async Task<Guid> Register(ModuleHarness customers, string name, string fields) => (await customers.Register(Input(name, fields))).Id;

    private static async Task<string> Said(ModuleHarness customers, Guid id) => JsonSerializer.Serialize((await customers.Find(id))!.Fields);
}
