using System.Xml.Linq;
using Crm.BuildingBlocks;
using Crm.SalesOrders.Api;
using Crm.SalesOrders.Domain;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class OrderLifePictureTests
{
    [Fact]
    public void The_picture_shows_every_way_from_one_state_to_another_and_by_what_it_is_gone()
    {
        var picture = XElement.Parse(OrderLifePicture.Draw(Language.English));

        Ways(picture).ShouldBe(
        [
            "draft > quoted: Quote",
            "expired > quoted: Quote",
            "draft > submitted: Submit",
            "quoted > submitted: Submit",
            "submitted > draft: Take back into a draft",
            "draft > confirmed: Confirm",
            "draft > pendingApproval: Confirm",
            "quoted > confirmed: Confirm",
            "quoted > pendingApproval: Confirm",
            "submitted > confirmed: Confirm",
            "submitted > pendingApproval: Confirm",
            "pendingApproval > submitted: Approve",
            "pendingApproval > confirmed: Approve",
            "pendingApproval > draft: Reject",
            "confirmed > completed: Ship, Change after the confirmation, Accept services, Record a payment, Close",
            "completed > confirmed: Report lost",
            "quoted > cancelled: Cancel",
            "submitted > cancelled: Cancel",
            "pendingApproval > cancelled: Cancel",
            "confirmed > cancelled: Cancel",
            "quoted > expired: Expire",
        ], ignoreOrder: true);
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void Every_state_is_drawn_under_its_name(Language language) =>
        Named(XElement.Parse(OrderLifePicture.Draw(language)), "rect").SelectMany(box => Words(box)).ShouldBe(Enum.GetValues<OrderState>().Select(s => Labels.Of(s).In(language)), ignoreOrder: true);

    private static IEnumerable<string> Ways(XElement picture) => Named(picture, "path").Where(path => path.Attribute("data-from") is not null)
        .Select(path => $"{(string?)path.Attribute("data-from")} > {(string?)path.Attribute("data-to")}: {string.Join(", ", Words(path))}");

    private static IEnumerable<XElement> Named(XElement picture, string name) => picture.Descendants().Where(e => e.Name.LocalName == name);

    // What is written to a shape stands after it.
    private static IEnumerable<string> Words(XElement shape) => ((XElement)shape.NextNode!).Elements().Select(line => line.Value);
}
