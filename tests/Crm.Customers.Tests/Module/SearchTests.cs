using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module;

public sealed class SearchTests
{
    [SkippableTheory, EveryProvider]
    public async Task A_customer_is_found_by_part_of_a_name_whatever_its_case_accents_and_width(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        await customers.Register(new() { Name = "Müller & Söhne", ShortName = "MS", Code = "K-100" });
        await customers.Register(new() { Name = "北京茶叶有限公司" });
        await customers.Register(new() { Name = "100% Tea_House" });
        await customers.Register(new() { Name = "1000 Tea-House" });

        (await customers.Search("SOHN")).ShouldBe(["Müller & Söhne"]);
        (await customers.Search("ＭＵＬＬ")).ShouldBe(["Müller & Söhne"]);
        (await customers.Search("k-10")).ShouldBe(["Müller & Söhne"]);
        (await customers.Search("茶叶")).ShouldBe(["北京茶叶有限公司"]);
        (await customers.Search("100%")).ShouldBe(["100% Tea_House"]);
        (await customers.Search("tea_")).ShouldBe(["100% Tea_House"]);
        (await customers.Search("[1]")).ShouldBeEmpty();
        (await customers.Search("\\")).ShouldBeEmpty();
        (await customers.Search("\u0301")).ShouldBeEmpty();
    }

    [SkippableTheory, EveryProvider]
    public async Task A_customer_is_found_by_phone_or_mail_whole_or_by_its_start_or_end(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        await customers.Register(CustomerDesk.Reachable("Phone", ContactPointKind.Phone, "+49 (30) 5551-2026"));
        var mail = await customers.Register(CustomerDesk.Reachable("Mail", ContactPointKind.Email, "Anna.Berg@Acme.Example"));

        foreach (var words in new[] { "+49 30 5551 2026", "+4930", "512026", "2026", "５５５１２０２６" })
            (await customers.Search(words)).ShouldBe(["Phone"], words);
        foreach (var words in new[] { "anna.berg@acme.example", "anna.berg", "ACME.example" })
            (await customers.Search(words)).ShouldBe(["Mail"], words);
        foreach (var words in new[] { "5551 20", "026", "berg@", "Fashion 2026" })
            (await customers.Search(words)).ShouldBeEmpty(words);

        await customers.Send(new Application.ChangeCustomer(mail.Id, CustomerDesk.Reachable("Mail", ContactPointKind.Email, "other@acme.example")));
        (await customers.Search("anna.berg")).ShouldBeEmpty();
        (await customers.Search("other@acme.example")).ShouldBe(["Mail"]);
    }
}
