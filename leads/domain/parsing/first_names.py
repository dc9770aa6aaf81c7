"""Given names common enough to be known in lower case."""

from leads.domain.parsing.tables import words

__all__ = ["FIRST_NAMES"]

FIRST_NAMES = words("""
    aaron abbie abby abdul abdullah abena abigail achim adaeze adam addison adebayo adela adele adelheid
    adelina aditi aditya adrian adriana agathe agnes agneta agnieszka ahmad ahmed aidan aiden aiko
    aileen ailsa aine aino aisha aisyah ajay akash akhil akiko akira akosua alain alan alana alastair
    albert alberto alec alejandro aleksander aleksandra alessandro alex alexa alexander alexandra alexei
    alexis alfie alfonso alfred ali alice alicia alina aline alisha alison alistair allan allen allie
    allison allyson alois alok alonso alvaro alvin alyssa aman amanda amandine amara amelia amelie amina
    amir amit amos amy ana anais anand ananya anastasia anatoly anders andi andre andrea andreas andrei
    andreia andrew andriy andrzej andy angel angela angeles angelina angelique angelo angie angus anh
    anil anita anja anjali anke ankit ankita ann anna annabel annabelle annabeth anne anneke anneli
    annelies annette annie annika ansgar anthony antje antoine antoinette anton antonia antonio antti
    anushka anya aoife april araceli ariana arie arief ariel arjan arjun arkadiusz arlene arlo armelle
    armin arnaud arnav arne arnold arran artem arthur artie arto arun arvid aryan asa asha ashlee ashley
    ashok ashton ashwin astrid aubrey audrey aurelie aurelio aurore ava avinash axel axelle ayesha ayman
    ayo ayumi azlan babatunde baptiste barb barbara barney barry bart bartek bartosz bastian bastien baz
    beata beatrice beatrix beatriz beau becca becky bella ben benedikt bengt benjamin bennett benno
    benoit bernadette bernard bernd bernice bert bertha berthold bertrand beth bethan bethany beto
    bettina betty bev beverly bhavna bianca bilal bill billy binh birgit birgitta bjoern bjorn blake
    blanca bob boban bobbi bobbie bobby bodil bodo bogdan bohdan bohdana bohumil bojan bonnie boris
    borys bozena brad braden bradley bram brandi brandon brandy branislav branka brant bratislav brayden
    breanna brenda brendan brenna brent bret brett brian brianna brianne bridget brigitte britney britta
    brittany brock brody bronwyn brooke bruce bruna bruno bryan bryce bryn bryson budi byron caio
    caitlin caleb callum calvin cameron camila camille camilo candace candice cara carey carina carl
    carla carlene carlijn carlo carlos carly carmela carmella carmelo carmen carol carole carolina
    caroline carrie carson carsten carter carys casey cassandra cassie catalina cathal catherine cathy
    catriona cecile cecilia cedric celia celina celine ceri cesar chantal chao charlene charles charlie
    charlotte chelsea chema chen cheryl chet chetan chiara chidi chika chinedu chioma chloe chris
    chrissy christa christel christelle christi christian christina christine christoph christophe
    christopher chuck chukwuemeka cian ciara ciaran cillian cindi cindy claire clara clarence clark
    claude claudette claudia claudio clayton clemence clemens clement clifford clint clinton clive clyde
    cody coen colby cole colin colleen conceicao connor conny conor conrad cooper cordula corey corinna
    corinne cormac cornelia cory courtney craig cressida cristian cristina cristobal curtis cynthia
    cyril czeslaw daan dafydd dagny dahlia daisuke daisy dalton damian damien damon dan dana dane daniel
    daniela daniele danielle danny dante danuta daphne darby darcy daria dario darius dariusz darko
    darla darlene darnell darragh darrell darren darrin darryl daryl dasha dave david davis dawn dawson
    dean deandre deanna deb debbie debby debora deborah declan deepa deepak deepika deirdre dejan
    delaney delia delphine delyth demetrius dena denis denise dennis denys derek dermot desiree desmond
    detlef devika devin dewayne dewey dewi dexter diana diane dianna didier diederik diego dieter
    dietmar dima dimitri dinesh dion dionne dirk divya dixie dmitri dmitry dmytro doireann dolly dominic
    dominick dominik dominika dominique don donald donna donnie donovan dora doreen dorian doris dorota
    dorothy dottie doug dougal douglas dragan drew duane duc duncan dusan dustin dwayne dwight dyfan
    dylan eamon earl easton ebele ebony eddie eddy eder edgar edie edith edmund edna edouard eduardo
    edward edwin edwina edyta eelco eero effie efua egon eileen eilidh eilis eimear einar eino ekaterina
    ekene eko elaine eleanor eleanore elena elfriede eli eliana elias elin elina eline elisa elisabet
    elisabeth elise eliska eliza elizabeth elke ella ellen ellie elliot elliott ellis elmer elodie elroy
    elsa elspeth elton elvin elvira elvis elyse elzbieta emeka emelie emeline emer emery emil emilia
    emilio emily emma emmanuel emmanuelle emmett emrys enid enrique enzo eoin eric erica erik erika erin
    ernest ernesto ernie ernst errol erwin esa eskil esme espen esteban estela ester esther ethan ethel
    etienne etta euan eugen eugene eugenia eugenie eunice eva evan evangeline evelyn everett evgeny evie
    ewa ewald ewan ewelina ezra fabian fabiana fabien fabienne fabio fabiola fabrice facundo faisal
    fanny farah farid fatima fatma fausto faith faye federica federico felicia felicity felipe felix femi
    femke fergal fergus fern fernanda fernando finbar finlay finn fintan fiona fionn flavia flavie
    flavio fleur florent florian floris folake forrest fran frances francesca francesco francie francine
    francis francisca francisco franck franco francois frank frankie frantisek franz frauke fred freda
    freddie frederic frederik freya frida frieda friedhelm friedrich frits fritz frode fumiko funke gabi
    gabriel gabriela gabriele gael gaelle gail galina gareth garrett garry garth gary gaspard gaston
    gaurav gauthier gavin geert geeta gemma genevieve gennady geoff georg george geraint gerald
    geraldine gerard gerardo gerd gerda gerhard germain gernot gerrit gertrud gertrude gethin ghislaine
    gianni gijs gil gilbert gilberto gilda giles gilles gillian gina ginny giorgio giovana giovanni
    girish gisela gitte giulia giuseppe gladys glen glenda glenn glenys gloria glynis gonzalo gopal
    goran gordie gordon gottfried grace gracie graciela grady graeme graham grainne grant grazyna greg
    gregoire gregor gregory greta gretchen grzegorz gudrun guenter guenther guido guilherme guillaume
    gunilla gunnar gunther gus gustav gustavo guy gwen gwenaelle gwendolyn gwyn gwyneth habib hafiz
    hakan hala haley halina halvard halyna hamish hamza hana hank hanna hannah hanne hanneke hans hao
    harald harish harlan harley harold harpreet harriet harry harsh hartmut haruto harvey hassan hattie
    hayden hayley heather hector hedda hedwig heidi heike heikki heiko hein heiner heinrich heinz heitor
    heledd helen helena helene helga heli helio helle helmut hemant henk henning henny henri henriette
    henrik henrique henry henryk herbert herman hermann hernan herve hester hettie hideo hilary hilde
    hildegard hillary hiro hiroko hiroshi hoa holger hollie holly homer horst hossein howard howie
    hubert hugh hugo humberto hung huong hussain huw hyun hyunwoo iago ian ibrahim ichiro ida ieuan
    ifeanyi ifeoma ignacio igor iker ilene ilkka ilona ilse iman imani imogen imran inaki indah indira
    ineke ines inez inga inge ingeborg inger ingo ingrid ingvar inka irene irina iris irma irmgard
    irving irwin iryna isaac isabel isabella isabelle isadora isaiah isamu isidro isla ismael ismail
    isobel isolde issac itziar ivan ivana ivanna ivar ivo ivor iwona izabela izzy jaana jaap jace jacek
    jacinto jack jackie jacklyn jackson jaclyn jacob jacqueline jacques jada jaden jadwiga jaime jairo
    jake jakob jakub jaleesa jamal jamar james jamie jan jana jane janelle janet janette janice janine
    jannie janusz jared jari jarkko jarmila jaroslav jaroslaw jasmin jasmine jason jasper javed javier
    jay jaya jayden jayla jayne jean jeanette jeanie jeanine jeanne jed jeff jefferson jeffrey jelena
    jemima jen jenelle jenna jennifer jenny jens jeremiah jeremie jeremy jeri jermaine jeroen jerome
    jerri jerry jerzy jeske jesper jess jesse jessica jessie jesus jette jian jihoon jill jillian jim
    jimmy jing jiri jisoo jitka jiwoo jo joachim joan joanie joann joanna joao joaquim joaquin jocelyn
    jochen jodi jodie jody joe joel joep joerg joey johan johanna johannes john johnny jolanta jon jonas
    jonathan joni joost jordi jordyn jorge jorgen joris jorunn jos jose josef josefa joseph josephine
    josh joshua josiane josie josue jovan joyce jozef juan juanita judd jude judi judit judith judy
    juergen juha jukka julia julian juliana juliane julianne julie julien juliet julieta julio jun june
    jurgen jurre justin justine justyna jutta jyoti kacey kaethe kai kaisa kaitlin kaitlyn kaja kalle
    kamil kamila kaori kara kareem karen kari karim karin karina karine karl karla karlheinz karol
    karola karolina karsten kasey kasia kassandra katarina katarzyna kate katelyn kateryna katharina
    katherine kathi kathleen kathrin kathryn kathy kati katie katja katri katrin katsu katy katya kavita
    kay kayla kayleigh kazuo kees keiko keisha keith kellie kelly kelsey kelvin ken kendall kendra kenji
    kenna kenneth kenny kenta kerri kerry kevin khadija khalid khanh kieran kim kimberly kinga kira
    kiran kirill kirk kirsten kirstie kirsty kishore kitty kjell klaas klara klaus knut koen kofi koji
    konrad konstantin konstanze krishna krista kristen kristi kristin kristina kristine kristoffer
    kristy kristyna krystal krystyna krzysztof ksenia kumar kurt kurtis kwabena kwame kwesi kyle kyra
    lacey lachie lachlan ladislav laetitia lakshmi lalit lamar lana lance landon lara larisa larissa
    larry lars lasse latasha latisha latonya latoya laura laure laurel lauren laurence laurent lauri
    laurie lavonne lawrence layla layth lea leah leandro leanne lee leena leif leigh leila lela leland
    lena lenka lennart lenny lenora leo leon leonard leonardo leonie leonor leopold lerato leroy leslie
    lester leszek leticia letitia levi lewis lexi liam libor lidia lieke liesbeth liesel lieselotte lila
    lillian lilly lily lina linda lindiwe lindsay lindsey linh linnea linus lionel lisa lisandro liv liz
    lizzie loes logan loic lois lola lonnie loraine lorcan loren lorena lorenzo loretta lori lorna
    lorraine lothar lotta lotte lottie lou louie louis louisa louise lowell lowri luann lubos luc luca
    lucas lucia luciana luciano lucie lucien lucila lucille lucinda lucy ludek ludmila ludovic ludwig
    luigi luis luisa luiza lukas lukasz luke lulu lupe luther lutz luuk lydia lyla lyle lyndon lynn
    lyudmila maaike maarten mabel mable macarena maciej maciek mackenzie maddie madeleine madeline
    madelyn madhu maelle maeve magali magda magdalena maggie magnus mahesh mahmoud maija mairead maisie
    maja majid makoto maksim maksym malachi malcolm malee malgorzata malik malin mallory malte mandla
    mandy manfred manish manoj manolo manon manuel manuela mara marc marcel marcela marcella marcelo
    marci marcia marco marcos marcus marcy mareike marek margaret margarete margaux margie margit margo
    margot marguerite maria mariah mariam marian mariana marianne mariano maribel maribeth marie marieke
    mariem marija marijana marijke mariko marina marine mario marion marisa marisol marit marius mariusz
    mariya marja marjan marjorie mark markku marko markus marla marleen marlene marlies marlon marsha
    marshall marta martha martin martina martine marty marva marvin mary maryam marzena masato masha
    mason matej mateo mateus mateusz matheus mathias mathieu mathilde matias matilda mats matt matteo
    matthew matthias matti mattie maud maude maureen maurice mauricio maurizio mauro mavis max maxence
    maxim maxime maximilian maximo maxine maxwell maya mayra mckenzie meagan meena meera mees megan
    meghan megumi mehmet mei meike melanie melinda melissa melody melvin menno meredith merel mervin
    mette mhairi mia micaela micah michael michaela michal michel michele michelle michiel michiko
    mickey midori mieczyslaw mieke miguel miho mika mikael mike mikhail mikkel mikko milan milena milica
    millicent millie milo milos miloslav milton mina mindy ming minh minho minji minjun minna minnie
    minoru miranda mireia mireille mirela miriam mirko miroslav miroslaw mirta mitch mitchell miyuki
    mladen mogens mohamed mohammad mohammed mohan mohsin moira moises mollie molly mona monica monika
    monique monroe montserrat morag morgan morgane moritz morris morten moses mounir mpho muhammad
    mukesh muriel murilo murray mustafa myfanwy mykola mylene myles myra myriam myrna myron myrtle nabil
    nada nadege nadezhda nadia nadim nadine naledi nancy nandini nando nanette nanna naoki naoko naomi
    nasser nastya natalia natalie natalio natalya natasha nate nathalie nathan nathaniel nattapong
    naveen nawal nayara neal nebojsa ned neeraj neha neil nele nelson nemanja nenad nerys nestor nettie
    neville nevin nga ngozi nguyen nia niall niamh nicholas nick nickolas nicky nico nicola nicolas
    nicole niels nienke nigel nikhil nikita nikki nikola nikolai nikolaus nikolay nikos nilda nils nina
    niran nisha nita nitin njal nkechi nneka noah noel noemi noemie nolan noor nora norbert norberto
    noriko norma norman noura novak nuno nur nurul obinna oceane octavio odell odile ofelia oisin oksana
    ola olaf oleg oleh oleksandr oleksiy olena olga oliver olivia olivier olli ollie olof olu oluwaseun
    omar ondrej onno oona ophelie oriol orla orville osamu osborne oscar oskar osvaldo otis ottilie otto
    outi owain owen oystein paavo pablo padraig paige paivi pam pamela pankaj paola paolo parker parth
    pascal pascale pasi pat patrice patricia patricio patrick patrik patsy patti patty paul paula
    paulette pauline paulo pavel pavla pavlina pavlo pawel payton pedro peggy pekka pelle penelope percy
    pernille perrine perry petar peter petra petri petter peyton phil philip philipp philippe phillip
    phillipa phoebe phuong phyllis pia pierre pieter pilar pim piotr piotrek piper pippa ploy polina
    pooja poppy pradeep prakash pranav prasad prashant pratik predrag preeti presley preston priscilla
    priya priyanka przemek putri qiang qing quang quentin quincy quinn rachael rachel radek radka
    radovan rafael rafaela rafal ragnar rahul rainer raj rajesh rakesh ralf ralph ramesh ramiro ramon
    ramona randall randi randy rania raphael raquel rashid rashmi rasmus raul ravi ray raya raymond reba
    rebeca rebecca reem reese reggie regina reginald regis reidar reiner reinhard reinhold rekha remi
    renan renata renate renaud rene renee rens reuben reyna rhian rhiannon rhoda rhodri rhonda rhys
    ricardo riccardo richard rick rickey ricki ricky riikka rik rikke riley risto rita ritu rizki roald
    rob robbie robby robert roberta roberto robin robyn rocco rochelle rocio rodger rodney rodolfo
    rodolphe rodrigo roel roger rogerio rohan rohit roisin roland rolando rolf roma romain roman romina
    ron ronald ronaldo ronda rong ronnie rory rosa rosalia rosalie rosalind rosalyn rosanna roscoe
    roseann roselyne rosemarie rosemary rosie rosli roslyn ross roswitha rowan rowena roxanne roxie roy
    ruaridh rubem ruben ruby rudi rudolf rudolph rudy ruediger rufus rune rupa rupert ruslan russell
    rutger ruth ruud ryan ryder rylan ryo ryszard saana sabina sabine sabrina sachin sadie saeed sakura
    salim sallie sally salma salvatore sam samantha sameer sami samir sammy samuel sana sandeep sander
    sandi sandra sandrine sandy sangeeta sanja sanjay sanna sanne santi santiago saoirse sara sarah
    sarina sasa sascha sasha saskia satoshi satu saul sawyer sayuri scott scottie seamus sean sebastian
    sebastien selena selina selma seojun seoyeon seppo serena serge sergei sergey sergi sergio serhiy
    seth severine shalini shana shane shanna shannon shari sharlene sharon sharron shaun shauna shawn
    shawna shayla shea sheila shelby sheldon shelia shelley shelly sheri sherman sherri sherrie sherry
    sherwin sheryl shigeru shinji shirlee shirley sho shonda shota shreya shruti sian sid siegfried
    siegmund signe sigrid sigurd silke silvana silvia silvina simeon simon simone sinead sini siobhan
    sipho siri sirpa siti sjoerd skyler slava slavica slawomir sloane slobodan sneha snezana sofia sofie
    solange solene solveig somchai sonia sonja sophia sophie sorcha soren spencer sri stacey stacie
    stacy stan stanislav stanislaw stanley stas stefan stefania stefanie steffen steffi stella stephan
    stephane stephanie stephen steve steven stevie stewart stig stijn stojan stuart subhash suda sudha
    sue sungho sunil sunita sunniva suresh susan susana susann susanna susanne sushma susie suzanne
    suzette suzie svein sven svetlana svitlana swantje swati sylvain sylvester sylvia sylvie sylwia
    synne szymon tabitha tadeusz tadgh tais takashi takeshi takumi tamara tami tammie tammy tamra tamsin
    tanguy tania tanja tanvi tanya tapio tara taras tariq tarja taro tarun taryn tasha tatiana tatiane
    tatjana tatum tatyana taylor ted teddy teemu tegan tendai teo terence teresa tereza teri tero
    terrance terrell terrence terri terry tess tessa tetiana teun thabo thaddeus thais thandiwe thanh
    thao thea thelma themba theo theodora theodore theresa therese thiago thibault thibaut thierry thijs
    thomas thorsten thu thuy tiago tiffani tiffany tihomir tiina tijmen tilly tilman tim timmy timo
    timothy tina tineke tisha tjeerd tobias tobin toby todd tom tomas tomasz tomislav tommie tommy
    tomoko toni tonia tony tonya torben tore torquil torsten toshi tracey traci tracie tracy trang
    traudl travis trent trevor trey tricia trina trine trish trisha tristan tristram trond trudy trung
    tuan tucker tunde tuomas turid tuula tuyet tyler tyra tyrell tyrone tyson uday udo ulf ulises ulla
    ulli ulrich ulrike ulysses umesh ursula urszula usha ute uwe vaclav vadim valarie valentin valentina
    valeria valerie valery vanesa vanessa varun vasily vaughn vera verena verna vernon veronica
    veronique vesna viacheslav vicente vicki vickie vicky victoire victor victoria vidar vidya vigdis
    viggo vijay vikas vikram viktor ville vinay vince vincent vincenzo vinh vinicius vinod viola
    violaine violet virgil virginia virginie vishal vitaliy vitaly vito vivian vivienne vladan vladimir
    vlado vlasta vojtech volker volkmar volodymyr vonda vova vyacheslav wade wahyu walburga waldemar
    waleed wallace walter waltraud wanda wanjiru warren wayne wei wendelin wendell wendy werner wes
    wesley wessel weston whitney wiebke wieslaw wietske wiktor wilbert wilbur wilda wilf wilfred
    wilfried wilhelm willa willard william willie willy wilma wim winfried winifred winston wioletta
    wojciech wojtek wolfgang woodrow woody wouter wyatt wylie xander xaver xavi xavier xiao xiaoming
    ximena yago yamila yan yang yann yannick yanti yara yaroslav yash yasmin yasmine yasser yaw yesenia
    yevgeny yngve yohan yoko yolanda yolonda yosef yoshiko youngho youssef yui yuka yuki yulia yuliya
    yumi yuri yuriy yusuf yusuke yves yvette yvon yvonne zach zachariah zachary zack zaid zainab zander
    zanele zara zbigniew zdenek zdenka zeger zeke zelda zeljko zena zhanna zhen zoe zoey zofia zola
    zoran zul zuzana zygmunt
""")
